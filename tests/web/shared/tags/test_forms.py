from collections.abc import Callable

from django import forms

Render = Callable[..., str]


class Request(forms.Form):
    city = forms.CharField(label="City", help_text="In Latin letters if you can.")
    channel = forms.ChoiceField(label="Channel", widget=forms.RadioSelect, choices=[("a", "A"), ("b", "B")])
    letter = forms.FileField(label="Letter", required=False)
    agreed = forms.BooleanField(label="I agree")


def test_every_error_at_the_top_leads_to_its_field(render: Render) -> None:
    form = Request({})
    shown = render("{% error_summary form %}{% for f in form %}{% field f %}{% endfor %}", form=form)
    targets = [part.split('"')[0] for part in shown.split('<a href="#')[1:]]
    assert targets == ["id_city", "id_channel_0", "id_agreed"]
    assert all(f'id="{target}"' in shown for target in targets)
    assert "City – " in shown


def test_help_and_error_are_read_with_the_field(render: Render) -> None:
    shown = render("{% field form.city %}", form=Request({}))
    assert 'aria-describedby="id_city_helptext id_city_error"' in shown
    assert 'aria-invalid="true"' in shown
    assert 'id="id_city_helptext"' in shown and 'id="id_city_error"' in shown


def test_optional_fields_say_so_and_files_show_what_was_chosen(render: Render) -> None:
    shown = render("{% field form.letter %}", form=Request())
    assert "(optional)" in shown and "data-file-list" in shown


def test_choices_stand_in_a_fieldset_with_a_legend(render: Render) -> None:
    assert "<legend" in render("{% field form.channel %}", form=Request())


def test_a_form_without_errors_has_no_summary(render: Render) -> None:
    assert render("{% error_summary form %}", form=Request()).strip() == ""
