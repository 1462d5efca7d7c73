"""Filters that say where an engagement stood on a day."""

from django.template import Library

from seoulution.apps.publishing.status import certainty_words, stage_words, standing_words

register = Library()
register.filter("standing_then", standing_words)
register.filter("stages_then", stage_words)
register.filter("certainty", certainty_words)
