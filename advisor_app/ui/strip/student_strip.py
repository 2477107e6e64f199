"""The strip at the top of the window: facts about the student, wishes, gaps, and Next student."""

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from advisor_app.domain.student import Student
from advisor_app.ui.components.button import Button
from advisor_app.ui.components.chip import Chip, ChipLook
from advisor_app.ui.components.labels import Label
from advisor_app.ui.icons import icon
from advisor_app.ui.state import DeskState
from advisor_app.ui.strip.fields import BY_KEY, FIELDS, StripField, Title, first_qualification
from advisor_app.ui.strip.folding import Folded, fold
from advisor_app.ui.strip.options import Option, Options, brief_text, chip_text, level_text, spoken_text, title_of
from advisor_app.ui.theme import theme
from advisor_app.ui.tokens import Size, Space
from advisor_app.ui.words import Words

if TYPE_CHECKING:  # late: no part of the first paint
    from advisor_app.ui.strip.picker import Asked, Picker

_GROUP_GAP = 12
"""On either side of the thin rule between two groups."""


class StudentStrip(QWidget):
    """Shows the state's student and changes it through the pickers. ``next_student`` asks to clear the desk."""

    next_student = Signal()

    def __init__(self, state: DeskState, words: Words, options: Options) -> None:
        super().__init__()
        self._state = state
        self._words = words
        self._options = options
        self._rules: list[int] = []
        self._brief = False
        self._folded: tuple[StripField, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._label = Label(words.tr("Student"), tone="text2", wrap=False)
        self._label.setParent(self)
        self.chips = {field.key: self._make_chip(field) for field in FIELDS}
        self.more = Chip("", words.tr("More about the student"))
        self.more.setParent(self)
        self.more.clicked.connect(self._open_more)
        self.next_button = Button(words.tr("Next student"), key="Ctrl+N")
        self.next_button.setParent(self)
        self.next_button.clicked.connect(self.next_student)
        self.picker: Picker | None = None
        state.student_changed.connect(self.refresh)
        state.supposing_changed.connect(self.refresh)
        state.asked_changed.connect(self.refresh)
        state.comparison_changed.connect(self.refresh)
        self.refresh()

    def set_options(self, options: Options) -> None:
        """What can be picked, once it is read from the catalogue; a picker that is open offers it at once."""
        self._options = options
        self.refresh()
        if self.picker is not None:
            self.picker.set_options(options[self.picker.key])

    def install_shortcuts(self, window: QWidget) -> None:
        """The keys that open the pickers, anywhere in the window."""
        for field in FIELDS:
            shortcut = QShortcut(window)
            shortcut.setKeys([QKeySequence(key) for key in field.keys])
            shortcut.activated.connect(lambda field=field: self.open_picker(field))

    def open_picker(self, field: StripField) -> "Picker":
        """Opens the picker of a field under its chip."""
        from advisor_app.ui.strip.picker import Picker  # late: no part of the first paint

        if self.picker is not None:
            self.picker.close()
        chip = self.chips[field.chip or field.key]
        picker = Picker(self._asked(field), self._words, self)
        picker.picked.connect(self._picked)
        picker.closed.connect(self._picker_closed)
        picker.other_wanted.connect(lambda key: self.open_picker(BY_KEY[key]))
        self.picker = picker
        picker.open_below(chip if not chip.isHidden() else self.more)
        return picker

    @property
    def fields(self) -> tuple[StripField, ...]:
        return FIELDS

    def refresh(self) -> None:
        """Shows the state's student."""
        self._show_all(brief=False)
        self.next_button.setEnabled(not self._state.student.empty or self._state.supposing or bool(self._state.comparison))
        self._arrange()

    # --- chips

    def _make_chip(self, field: StripField) -> Chip:
        chip = Chip(field.icon, self._words.render(field.gap))
        chip.setParent(self)
        chip.clicked.connect(lambda: self.open_picker(field))
        return chip

    def _show_all(self, *, brief: bool) -> None:
        self._brief = brief
        for field in FIELDS:
            self._show(field, self.chips[field.key])

    def _show(self, field: StripField, chip: Chip) -> None:
        text, spoken = self._said(field)
        if self._brief and text:
            value = field.get(self._state.student)
            text = brief_text(field.key, value, text, self._words)
        supposed = self._supposed(field)
        if supposed:
            spoken = ", ".join(part for part in (spoken or self._words.tr("not given"), supposed) if part)
        chip.show_value(text, self._look(field, given=bool(text), supposed=bool(supposed)), spoken)
        name = self._words.render(field.name)
        chip.setAccessibleName(name)
        chip.setToolTip(f"{name}: {spoken}  ({field.shortcut})" if spoken else f"{name}  ({field.shortcut})")

    def _look(self, field: StripField, *, given: bool, supposed: bool) -> ChipLook:
        if supposed:
            return ChipLook.SUPPOSED
        if given:
            return ChipLook.WISH if field.wish else ChipLook.FACT
        return ChipLook.ASKED if self._state.asked == field.key else ChipLook.GAP

    def _supposed(self, field: StripField) -> str:
        """What the field is in reality, where a what-if says something else; empty where it does not."""
        if not self._state.supposing or self._said(field) == self._said_of(field, self._state.actual):
            return ""
        real = self._said_of(field, self._state.actual)[1]
        return self._words.tr("only supposed; in reality: {fact}", fact=real or self._words.tr("not given"))

    def _said(self, field: StripField) -> tuple[str, str]:
        """A field's value on its chip, and read out; both empty for a gap. A diploma's title says its country and its level."""
        return self._said_of(field, self._state.student)

    def _said_of(self, field: StripField, student: Student) -> tuple[str, str]:
        value = field.get(student)
        title = title_of(first_qualification(student).title, self._options)
        if title is not None and field.key == "qualification.country":
            country = chip_text(field.key, value, self._options, self._words) if value else ""
            said = (self._words.render(one) for one in (title.label, *title.details[:1]))
            return self._words.render(title.label), ", ".join((*([country] if country else []), *said))
        if value is not None:
            text = chip_text(field.key, value, self._options, self._words)
            return text, spoken_text(field.key, value, self._options, self._words)
        if field.key == "qualification.level" and title is not None and isinstance(title.value, Title):
            level = level_text(title.value, self._words)
            return level, self._words.render(title.details[0]) if level else ""
        return "", ""

    def _groups(self) -> tuple[list[StripField], list[StripField], list[StripField]]:
        """Facts and wishes given, then what is not; while nothing is given the gaps are parted like facts and wishes."""
        student = self._state.student
        given = [field for field in FIELDS if self._said(field)[0]]
        asked = self._state.asked
        gaps = [field for field in FIELDS if field not in given and (field.asked_of(student) or field.key == asked)]
        gaps.sort(key=lambda field: field.key == "qualification.status")  # seldom needed: most diplomas are held
        facts = [field for field in given if not field.wish]
        wishes = [field for field in given if field.wish]
        if not given:
            late = ("person.residence", "person.age")
            facts = [field for field in gaps if not field.wish and field.key not in late]
            return facts, [field for field in gaps if field.wish], [field for field in gaps if field.key in late]
        return facts, wishes, gaps

    # --- arranging

    def sizeHint(self) -> QSize:
        return QSize(640, theme().grow(Size.STRIP))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, theme().grow(Size.STRIP_LOW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Places everything; what does not fit goes into the menu at the end, gaps first, the asked one last."""
        right = self.width() - Space.PAD
        button = self.next_button.sizeHint()
        self.next_button.setGeometry(
            right - button.width(), (self.height() - button.height()) // 2, button.width(), button.height()
        )
        label = self._label.sizeHint()
        self._label.setGeometry(Space.PAD, (self.height() - label.height()) // 2, label.width(), label.height())
        left = Space.PAD + label.width() + Space.INSIDE
        folded = self._fit(left, brief=False)
        if self._loses_facts(folded):
            folded = self._fit(left, brief=True)
        self._place(folded, left)
        self._order_tabs(folded)

    def _fit(self, left: int, *, brief: bool) -> Folded[StripField]:
        if brief != self._brief:
            self._show_all(brief=brief)
        asked = self._state.asked
        return fold(
            [[(field, self.chips[field.key].sizeHint().width()) for field in group] for group in self._groups()],
            room=self.next_button.x() - Space.PAD - left,
            more=self.more.sizeHint().width(),
            narrow=self.window().width() < Size.NARROW_WINDOW and not self._state.student.empty,
            keep=next((field for field in FIELDS if field.key == asked), None),
        )

    def _loses_facts(self, folded: Folded[StripField]) -> bool:
        """Whether something that is known does not fit, or is cut."""
        cut = any(width < self.chips[field.key].sizeHint().width() for group in folded.groups for field, width in group)
        return cut or any(self._said(field)[0] for field in folded.hidden)

    def _place(self, folded: Folded[StripField], x: int) -> None:
        height = self.chips["languages"].sizeHint().height()
        y = (self.height() - height) // 2
        self._rules.clear()
        shown: set[str] = set()
        for number, group in enumerate(folded.groups):
            if number:
                self._rules.append(x + _GROUP_GAP - Space.UNIT)
                x += 2 * _GROUP_GAP + 1 - Space.UNIT
            for field, width in group:
                self.chips[field.key].setGeometry(QRect(x, y, width, height))
                shown.add(field.key)
                x += width + Space.UNIT
        for key, chip in self.chips.items():
            chip.setVisible(key in shown)
        self._folded = tuple(folded.hidden)
        self.more.setVisible(bool(self._folded))
        if self._folded:
            words = self._words.tr("+ {count}", count=len(self._folded))
            self.more.show_value(words, self._folded_look(), self._names(self._folded))
            self.more.setGeometry(QRect(x, y, self.more.sizeHint().width(), height))
        self.update()

    def _folded_look(self) -> ChipLook:
        """Dashed says "not given", so what is given must not hide behind it."""
        looks = {self.chips[field.key].look for field in self._folded}
        return next((look for look in (ChipLook.FACT, ChipLook.WISH) if look in looks), ChipLook.GAP)

    def _names(self, fields: Iterable[StripField]) -> str:
        return ", ".join(self._words.render(field.name) for field in fields)

    def _order_tabs(self, folded: Folded[StripField]) -> None:
        """Tab goes the way the chips stand."""
        order: list[QWidget] = [self.chips[field.key] for group in folded.groups for field, _ in group]
        order += [self.more, self.next_button]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for x in self._rules:
            painter.fillRect(x, self.height() // 2 - 12, 1, 24, theme().colour("line"))

    # --- picking

    def _asked(self, field: StripField) -> "Asked":
        from advisor_app.ui.strip.picker import Asked  # late: no part of the first paint

        def is_current(option: Option) -> bool:
            value = field.get(self._state.student)
            if field.key == "languages" and isinstance(value, tuple):
                return option.value in value or any(code == option.value for code, _ in value)
            if isinstance(option.value, Title):
                return option.value.id == first_qualification(self._state.student).title
            return value is not None and option.value == value

        return Asked(
            key=field.key,
            name=self._words.render(field.name),
            options=self._options[field.key],
            is_current=is_current,
            number=field.number,
            given=field.get(self._state.student) is not None,
            several=field.key == "languages",
        )

    def _picked(self, key: str, value: object) -> None:
        self._state.set_student(BY_KEY[key].put(self._state.student, value))

    def _picker_closed(self) -> None:
        self.picker = None

    def _open_more(self) -> None:
        menu = QMenu(self)
        for field in self._folded:
            action = QAction(icon(field.icon), f"{self._words.render(field.name)}\t{field.shortcut}", menu)
            action.triggered.connect(lambda _on=False, field=field: self.open_picker(field))
            menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
