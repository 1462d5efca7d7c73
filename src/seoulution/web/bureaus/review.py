"""The bureau reviewer's page."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from seoulution.apps.accounts.roles import Permission
from seoulution.web.bureaus.overview import done_words
from seoulution.web.bureaus.own_texts import own_text, page_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.editorial.acting import taken
from seoulution.web.shared.editorial.review import review_context
from seoulution.web.shared.once import once


@needs(Permission.SEE_BUREAU_DESK)
@once
def review(request: SignedInRequest, code: str) -> HttpResponse:
    """Reading, commenting, and the verdict; a refused one keeps every comment."""
    row = own_text(request, code)
    findings = taken(request, row) if request.method == "POST" else ()
    if request.method == "POST" and not findings:
        messages.success(request, done_words(request.POST["action"]))
        return redirect("bureaus:edit", code=code)
    context = {
        **review_context(own_text(request, code), request.user, request.POST.dict()),
        **page_of(request, row, at="review"),
        "desk": "bureaus/base.html",
        "findings": findings,
    }
    return render(request, "shared/editorial/review.html", context, status=422 if findings else 200)
