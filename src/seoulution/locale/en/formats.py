"""Dates and times in English for readers of many countries: the day before the month, the month in letters, 24 hours.

Django's own 03/04/2014 is March to some and April to others. What is not named here stays as in Django.
"""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i"
MONTH_DAY_FORMAT = "j F"
SHORT_DATE_FORMAT = "j\N{NO-BREAK SPACE}M\N{NO-BREAK SPACE}Y"
SHORT_DATETIME_FORMAT = "j\N{NO-BREAK SPACE}M\N{NO-BREAK SPACE}Y, H:i"
