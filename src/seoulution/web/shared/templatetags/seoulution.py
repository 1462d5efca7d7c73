"""`{% load seoulution %}`: every component tag and filter of the pages. See docs/reference/components.md for how each is used."""

from django.template import Library

from seoulution.web.shared.tags import (
    bell,
    controls,
    days,
    drawings,
    editions,
    figures,
    forms,
    frame,
    numbers,
    pieces,
    quotes,
    records,
    standings,
    steps,
    tables,
    texts,
)

register = Library()

for _part in (
    bell,
    controls,
    days,
    drawings,
    editions,
    figures,
    forms,
    frame,
    numbers,
    pieces,
    quotes,
    records,
    standings,
    steps,
    tables,
    texts,
):
    register.tags.update(_part.register.tags)
    register.filters.update(_part.register.filters)
