"""Dates and times in Korean: 오전 before the hour, and the points of official papers in the short form.

What is not named here stays as in Django.
"""

DATETIME_FORMAT = "Y년 n월 j일 A g:i"
SHORT_DATE_FORMAT = "Y.\N{NO-BREAK SPACE}n.\N{NO-BREAK SPACE}j."
SHORT_DATETIME_FORMAT = "Y.\N{NO-BREAK SPACE}n.\N{NO-BREAK SPACE}j. H:i"
