"""Tags for forms: a field with label, help and error; all errors at the top, each leading to its field."""

from functools import lru_cache
from typing import Any

from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, FileInput, RadioSelect, Select, TextInput
from django.forms.renderers import BaseRenderer
from django.forms.utils import flatatt
from django.template import Library
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = Library()


class Choices(Select):
    """Django's `Select`, its options written at once: one template for each of them is most of the cost of a filtered list."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        """The same markup; choices in groups are left to Django."""
        choices = list(self.choices)
        if any(isinstance(label, list | tuple) for _, label in choices):
            return super().render(name, value, attrs, renderer)
        codes = ["" if code is None else str(code) for code, _ in choices]
        given = self.format_value(value)
        chosen = next((number for number, code in enumerate(codes) if code in given), None)
        options = _options(tuple((code, str(label)) for code, (_, label) in zip(codes, choices, strict=True)), chosen)
        return format_html('<select name="{}"{}>{}</select>', name, flatatt(self.build_attrs(self.attrs, attrs)), options)


@lru_cache(maxsize=500)
def _options(pairs: tuple[tuple[str, str], ...], chosen: int | None) -> SafeString:
    """The options of a list in one language: the same few lists come with every page, and all that they say is the key."""
    lines = ((code, " selected" if number == chosen else "", label) for number, (code, label) in enumerate(pairs))
    return format_html_join("\n", '<option value="{}"{}>{}</option>', lines)


@register.inclusion_tag("shared/components/field.html")
def field(bound: BoundField, label: str = "", help: str = "", show_optional: bool = True) -> dict[str, Any]:
    """One field of a form. `label` and `help` replace the form's own."""
    widget = bound.field.widget
    many = isinstance(widget, CheckboxSelectMultiple | RadioSelect)
    told = help or bound.help_text
    error_id = f"{bound.id_for_label or bound.auto_id}_error"
    described = [identifier for identifier, said in ((f"{bound.auto_id}_helptext", told), (error_id, bound.errors)) if said]
    attributes: dict[str, str | bool] = {}
    if described and not many:
        attributes["aria-describedby"] = " ".join(described)
    if bound.errors and not many:
        attributes["aria-invalid"] = "true"
    quick = Choices(widget.attrs, widget.choices) if type(widget) is Select else None
    return {
        "bound": bound,
        "input": bound.as_widget(widget=quick, attrs=attributes),
        "label": label or bound.label,
        "help": told,
        "help_id": f"{bound.auto_id}_helptext",
        "error_id": error_id,
        "check": isinstance(widget, CheckboxInput),
        "many": many,
        "file": isinstance(widget, FileInput),
        "optional": show_optional and not bound.field.required and not isinstance(widget, CheckboxInput),
        "hidden": bound.is_hidden,
    }


@register.simple_tag
def filter_fields(form: BaseForm, *names: str) -> SafeString:
    """The fields that narrow a list, all of them optional and without help: choices and words, written at once. None named: all."""
    return format_html_join("", "{}", ((_filter_field(form, name),) for name in names or form.fields))


def _filter_field(form: BaseForm, name: str) -> SafeString:
    bound = form[name]
    widget = bound.field.widget
    choices = list(widget.choices) if isinstance(widget, Select) else []
    is_grouped = any(isinstance(words, list | tuple) for _code, words in choices)
    if bound.errors or is_grouped or type(widget) not in (Select, TextInput):
        return render_to_string("shared/components/field.html", field(bound, show_optional=False))
    value = bound.value() or ""
    if isinstance(widget, Select):
        pairs = tuple(("" if code is None else str(code), str(words)) for code, words in choices)
        chosen = next((number for number, (code, _words) in enumerate(pairs) if code == str(value)), None)
        shown = format_html('<select name="{}" id="{}">{}</select>', bound.html_name, bound.auto_id, _options(pairs, chosen))
    else:
        given = format_html(' value="{}"', value) if value else ""
        limit = format_html(' maxlength="{}"', widget.attrs["maxlength"]) if "maxlength" in widget.attrs else ""
        shown = format_html('<input type="text" name="{}"{}{} id="{}">', bound.html_name, given, limit, bound.auto_id)
    return format_html(
        '<div class="field"><label class="field__label" for="{}">{}</label>{}</div>', bound.auto_id, bound.label, shown
    )


@register.inclusion_tag("shared/components/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """Everything that keeps the form from being taken, at the top, each a link to its field."""
    listed = [
        (_target(form[name]), form[name].label, error) if name in form.fields else ("", "", error)
        for name, errors in form.errors.items()
        for error in errors
    ]
    return {"errors": listed}


@register.simple_block_tag
def filters(content: SafeString, action: str = "", label: str = "") -> SafeString:
    """A form that narrows a list through the address; put `{% field %}`s between the tags."""
    return render_to_string("shared/components/filters.html", {"content": content, "action": action, "label": label})


def _target(bound: BoundField) -> str:
    return bound.id_for_label or f"{bound.auto_id}_0"
