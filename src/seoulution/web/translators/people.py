"""Who translates into which language, said by the programme manager."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import ROLES, Permission
from seoulution.apps.catalogue.languages import TARGET_LANGUAGES
from seoulution.apps.catalogue.models import TranslatorLanguage
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.catalogue.services.translations import grant_language, revoke_language
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import LANGUAGE_NAMES
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.translators.words import language_named


def _translators() -> list[User]:
    roles = [
        code
        for code, role in ROLES.items()
        if Permission.TRANSLATE in role.permissions and Permission.GRANT_LANGUAGES not in role.permissions
    ]
    return list(User.objects.filter(role__in=roles, is_active=True).order_by("username"))


@needs(Permission.GRANT_LANGUAGES)
def page(request: SignedInRequest) -> HttpResponse:
    """One line for each translator, one button for each language."""
    granted = set(TranslatorLanguage.objects.values_list("user_id", "language"))
    people = [
        (
            user,
            [(language.value, LANGUAGE_NAMES[language], (user.pk, language.value) in granted) for language in TARGET_LANGUAGES],
        )
        for user in _translators()
    ]
    return render(request, "translators/people.html", {"people": people, "submission": fresh_key()})


@needs(Permission.GRANT_LANGUAGES)
@require_POST
@once
def change(request: SignedInRequest) -> HttpResponse:
    """Grants or revokes one language for one person."""
    user = get_object_or_404(User, username=request.POST.get("person", ""))
    asked, _sign, code = request.POST.get("change", "").partition(":")
    language = language_named(code)
    try:
        (grant_language if asked == "grant" else revoke_language)(user, language, by=request.user)
    except Refused as refused:
        messages.error(request, " ".join(sentence(finding) for finding in refused.findings))
    else:
        told = (
            _("%(person)s may translate: %(language)s.")
            if asked == "grant"
            else _("%(person)s may no longer translate: %(language)s.")
        )
        messages.success(request, told % {"person": user.username, "language": LANGUAGE_NAMES[language]})
    return redirect("translators:people")
