"""Tags for forms: a field with label, help and error; all errors at the top, each leading to its field."""

from functools import lru_cache
from typing import Any

from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, FileInput, RadioSelect, Select
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
