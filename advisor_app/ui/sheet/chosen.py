"""Which sheet is chosen: what the panel says, held against what there is to put on one."""

from datetime import date

from advisor_app.domain.columns import Column
from advisor_app.domain.curriculum import NO_DECISIONS, Decisions
from advisor_app.domain.look import Look
from advisor_app.services.keeper import Keeper
from advisor_app.services.sheet import SheetKind, SheetRequest
from advisor_app.sheets.order import Options
from advisor_app.sheets.setting.paper import Paper
from advisor_app.ui.sheet.memory import SheetMemory
from advisor_app.ui.sheet.panel import LEAVES_OFF, SheetPanel
from advisor_app.ui.sheet.preview import Wanted
from advisor_app.ui.state import DeskState


class Chosen:
    """Reads the desk and the panel anew each time it is asked."""

    def __init__(self, state: DeskState, panel: SheetPanel, memory: SheetMemory, judged: Keeper[Decisions] | None) -> None:
        self._state, self._panel, self._memory, self._judged = state, panel, memory, judged

    def wanted(self, today: date, look: Look) -> Wanted | None:
        """The sheet that is chosen, for this student and comparison; ``None`` where there is nothing to put on one."""
        kind = self.kind()
        if kind is None:
            return None
        state, details = self._state, self._panel.details
        columns = (self._one(),) if kind is SheetKind.PROGRAMME else state.comparison
        return Wanted(
            request=SheetRequest(
                kind=kind, student=state.actual, columns=columns, supposed=state.beside, decisions=self._decisions()
            ),
            options=Options(
                lang=self._panel.lang,
                printed_on=details.chosen_day or today,
                paper=Paper(details.paper_name),
                occasion=details.occasion.text().strip(),
                advisor=details.advisor.text().strip(),
                first_name=details.first_name.text().strip(),
                look=look,
                left_off=self._panel.left_off & LEAVES_OFF[kind],
            ),
        )

    def _decisions(self) -> Decisions:
        """What was said of courses that are probably the same, whether or not the comparison was shown before."""
        state = self._state
        return state.decisions_of(self._judged) if self._judged else state.decisions or NO_DECISIONS

    def kind(self) -> SheetKind | None:
        """The kind that was chosen, or where there is not enough for it another that there is enough for."""
        possible = self.possible()
        chosen = SheetKind(self._memory.kind)
        return chosen if chosen in possible else next(iter(possible), None)

    def possible(self) -> tuple[SheetKind, ...]:
        enough = {
            SheetKind.COMPARISON: self._state.comparable,
            SheetKind.PROGRAMME: bool(self.programmes()),
            SheetKind.SUMMARY: not self._state.actual.empty,
        }
        return tuple(kind for kind, is_enough in enough.items() if is_enough)

    def programmes(self) -> tuple[Column, ...]:
        """What a sheet of one programme can be about: the comparison, and the programme that is open in the list."""
        state = self._state
        opened = (Column(programme=state.selected),) if state.selected else ()
        return tuple({column.programme: column for column in (*opened, *state.comparison)}.values())

    def _one(self) -> Column:
        choices = self.programmes()
        return next((column for column in choices if column.programme == self._memory.programme), choices[0])
