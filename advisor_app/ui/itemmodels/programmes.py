"""The list of programmes as Qt sees it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor_app.domain.facts import Flag
from advisor_app.domain.text import Listing, Message, Value, msg
from advisor_app.domain.verdicts import Verdict
from advisor_app.services.browse import Listed
from advisor_app.wording import Translator

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRow:
    """The words of one row, finished. ``price_known`` and ``flag`` choose the icons of their lines."""

    id: str
    title: str
    where: str
    verdict: Verdict
    word: str
    reason: str
    price: str
    price_known: bool
    flag: str
    spoken: str


def row_of(listed: Listed, t: Translator) -> ProgrammeRow:
    """What the row of a programme says."""
    programme, school = listed.programme, listed.institution.short_name
    entries = Listing(tuple(msg("Bac+{level}", level=entry.after) for entry in programme.entry_points), "comma")
    parts: list[Value] = [school, Listing(listed.campuses, "comma")]
    if programme.entry_points:
        parts.append(msg("entry at {levels}", levels=entries))
    word, price = t.render(listed.verdict), t.render(listed.price)
    flag = _flag(listed.flag, t)
    where, reason = t.render(Listing(tuple(parts), "dot")), t.render(listed.reason).rstrip(".")
    spoken = t.tr("{programme}, {school}, {verdict}", programme=programme.name, school=school, verdict=word)
    return ProgrammeRow(
        id=programme.id,
        title=programme.name,
        where=where,
        verdict=listed.verdict,
        word=word,
        reason=reason,
        price=price,
        price_known=_has_amount(listed.price),
        flag=flag,
        spoken=". ".join(part for part in (spoken, reason, price, flag) if part),
    )


def _has_amount(price: Value) -> bool:
    return isinstance(price, Message) and any(name == "amount" for name, _ in price)


def _flag(flag: Flag | None, t: Translator) -> str:
    return t.render(flag.short) if flag and flag.short else ""


class ProgrammesModel(QAbstractListModel):
    """The programmes of a search, each with the words of its row and whether it is in the comparison."""

    ROW = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2
    COMPARED = Qt.ItemDataRole.UserRole + 3

    def __init__(self, translator: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = translator
        self._rows: tuple[ProgrammeRow, ...] = ()
        self._compared: frozenset[str] = frozenset()

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(row.id for row in self._rows)

    def show(self, rows: Sequence[ProgrammeRow]) -> None:
        """Shows the programmes of a search. Where they are the same in the same order, views keep their place."""
        rows = tuple(rows)
        if tuple(row.id for row in rows) != self.ids:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        changed = [number for number, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new]
        self._rows = rows
        for number in changed:
            self.dataChanged.emit(self.index(number), self.index(number))

    def set_compared(self, ids: Collection[str]) -> None:
        """Which programmes are in the comparison."""
        changed = frozenset(ids) ^ self._compared
        self._compared = frozenset(ids)
        for index in (self.index_of(one) for one in changed):
            if index.isValid():
                self.dataChanged.emit(index, index)

    def index_of(self, programme_id: str) -> QModelIndex:
        """Invalid where the programme is not listed."""
        return self.index(self.ids.index(programme_id)) if programme_id in self.ids else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        compared = row.id in self._compared
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.title,
            Qt.ItemDataRole.AccessibleTextRole: row.spoken,
            Qt.ItemDataRole.AccessibleDescriptionRole: self._t.tr("In comparison") if compared else None,
            ProgrammesModel.ROW: row,
            ProgrammesModel.ID: row.id,
            ProgrammesModel.COMPARED: compared,
        }
        return answers.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
