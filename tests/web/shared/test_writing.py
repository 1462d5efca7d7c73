import pytest
from django.utils.functional import lazystr
from django.utils.html import format_html, format_html_join

from seoulution.web.shared.writing import written

HOSTILE = ("<script>", "'\"&", "{}", "{0}", "%s", "", "물", "&amp;", "\x00", 7, None, lazystr("<i>"))


@pytest.mark.parametrize("value", [*HOSTILE, format_html("<b>{}</b>", "<")])
def test_rows_are_written_as_django_writes_them(value: object):
    rows = [(value, "a"), ("b", value)]
    assert written("<p title='{}'>{}</p>", rows) == format_html_join("", "<p title='{}'>{}</p>", rows)


def test_what_was_written_is_not_escaped_again_and_no_rows_are_nothing():
    assert format_html("{}", written("<p>{}</p>", [("<",)])) == "<p>&lt;</p>"
    assert written("<p>{}</p>", []) == ""
