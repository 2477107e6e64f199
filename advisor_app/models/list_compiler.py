"""Makes the columns of a catalogue's lists: see :mod:`.list_columns`, which reads them."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from advisor_app.domain.catalogue import Institution, Programme
from advisor_app.domain.facet_values import months_to_award, values_of, yearly_tuition
from advisor_app.domain.facets import Facet, label_of, place_of
from advisor_app.domain.folding import folded, words_of
from advisor_app.domain.reference import Reference
from advisor_app.domain.routes import routes_of
from advisor_app.domain.text import Text, Value
from advisor_app.domain.verdicts import Verdict
from advisor_app.models.list_columns import CENTS, NO_PRICE, ORDERS, STORED
from advisor_app.models.numbers import BYTE, INT, SMALL


class ListCompiler:
    """Takes one programme after the other; keeps of each what it is narrowed and sorted by."""

    def __init__(self, reference: Reference, schools: Mapping[str, Institution]) -> None:
        self._reference = reference
        self._schools = schools
        self._sets: dict[Facet, dict[tuple[str, ...], int]] = {facet: {} for facet in STORED}
        self._of: dict[Facet, list[int]] = {facet: [] for facet in STORED}
        self._campuses: dict[str, Value] = {}
        self._keys: dict[str, list[tuple[object, ...]]] = {order: [] for order in ORDERS}
        self._routes: list[int] = []
        self._tuition: list[int] = []
        self._name_words: list[int] = []
        self._first_verdicts: list[int] = []

    def add(self, programme: Programme, first: Verdict) -> None:
        """The next programme, and its verdict while nothing is known of the student."""
        for facet, values in values_of(programme, self._reference).items():
            known = self._sets[facet]
            self._of[facet].append(known.setdefault(tuple(sorted(values)), len(known)))
        school = self._schools[programme.institution]
        for campus in school.campuses:
            self._campuses.setdefault(campus.id, campus.name)
        name, prices, lengths = folded(programme.name), yearly_tuition(programme), months_to_award(programme)
        self._keys["name"].append((False, name))
        self._keys["school"].append((False, folded(school.short_name), name))
        self._keys["price"].append((not prices, *prices[:1], name))
        self._keys["duration"].append((not lengths, *lengths[:1], name))
        self._routes.append(len(routes_of(programme)))
        self._tuition.append(int(prices[0] * CENTS) if prices else NO_PRICE)
        self._name_words.append(min(len(words_of(programme.name)), 255))
        self._first_verdicts.append(first.rank)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Every value of every facet, named where the catalogue names it."""
        for facet in STORED:
            for place, (value, label) in enumerate(self._values(facet).items()):
                name = label if isinstance(label, Text) else Text(label, label) if isinstance(label, str) else None
                names = {"name_fr": name and name.fr, "name_en": name and name.en}
                yield {"facet": facet.value, "place": place, "value": value, **names}

    def columns(self) -> Iterator[tuple[str, bytes]]:
        """Every column as it is stored, the same on every machine."""
        for facet in STORED:
            places = {value: place for place, value in enumerate(self._values(facet))}
            members = [sorted(places[value] for value in values) for values in self._sets[facet]]
            few = len(members) <= np.iinfo(SMALL).max
            yield f"{facet}.sets.{'small' if few else 'int'}", np.array(self._of[facet], SMALL if few else INT).tobytes()
            yield f"{facet}.starts", np.cumsum([0, *map(len, members)])[:-1].astype(INT).tobytes()
            yield f"{facet}.members", np.array([place for places_ in members for place in places_], INT).tobytes()
        for order, keys in self._keys.items():
            positions = sorted(range(len(keys)), key=keys.__getitem__)
            yield f"order.{order}", np.array([sum(not key[0] for key in keys), *positions], INT).tobytes()
        yield "routes", np.minimum(self._routes, np.iinfo(SMALL).max).astype(SMALL).tobytes()
        yield "tuition", np.minimum(self._tuition, np.iinfo(INT).max).astype(INT).tobytes()
        yield "name_words", np.array(self._name_words, BYTE).tobytes()
        yield "first_verdicts", np.array(self._first_verdicts, BYTE).tobytes()

    def _values(self, facet: Facet) -> dict[str, Value]:
        """The values of a facet with their labels, in the order in which they are shown."""
        labels = {value: label_of(facet, value, self._names(facet)) for values in self._sets[facet] for value in values}
        return {value: labels[value] for value in sorted(labels, key=lambda value: place_of(facet, value, labels[value]))}

    def _names(self, facet: Facet) -> Mapping[str, Value]:
        if facet is Facet.SCHOOL:
            return {school.id: school.short_name for school in self._schools.values()}
        if facet is Facet.CAMPUS:
            return self._campuses
        return {field.id: field.name for field in self._reference.fields.values()}
