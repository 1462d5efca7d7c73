"""What is true in the domain: values in, values out.

Nothing here knows Django, files, networks or the clock; today's date is passed in. Text for people never lives here: rules
answer with codes (`findings.Finding`) that the web ring translates.
"""
