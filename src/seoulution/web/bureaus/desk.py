"""What a bureau or corporation looks after: its own solutions, their figures, and what cities say of them."""

from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.network.models import Affiliation, Agency
from seoulution.web.shared.access import SignedInRequest, needs


def own_agency(request: SignedInRequest) -> Agency | None:
    """The body the signed-in person works for; None until the programme manager says so."""
    row = Affiliation.objects.select_related("agency").filter(user_id=request.user.pk).first()
    return row.agency if row else None


def own_solutions(request: SignedInRequest) -> QuerySet[PolicySolution]:
    """Solutions of the own body only, nobody's without one; the programme sees all."""
    agency = own_agency(request)
    rows = PolicySolution.objects.filter(withdrawn_on=None)
    if request.user.may(Permission.PUBLISH_SOLUTIONS):
        return rows
    return rows.filter(owner=agency) if agency else rows.none()


@needs(Permission.SEE_BUREAU_DESK)
def desk(request: SignedInRequest) -> HttpResponse:
    """Where an owner begins: solutions with their gaps, figures to look at again."""
    solutions = own_solutions(request).annotate(figures=Count("claims"))
    asked = [(solution, gap) for solution in solutions for gap in solution.record.gaps]
    context = {"agency": own_agency(request), "solutions": solutions, "asked": asked}
    return render(request, "bureaus/desk.html", context)


@needs(Permission.SEE_BUREAU_DESK)
def solutions(request: SignedInRequest) -> HttpResponse:
    """The own solutions with completeness and evidence."""
    rows = own_solutions(request).annotate(
        figures=Count("claims"), later=Count("claims", filter=Q(claims__after_2014=True)), used=Count("matches", distinct=True)
    )
    return render(request, "bureaus/solutions.html", {"agency": own_agency(request), "solutions": rows})


@needs(Permission.SEE_BUREAU_DESK)
def feedback(request: SignedInRequest) -> HttpResponse:
    """What cities reported back about the own solutions."""
    return render(request, "bureaus/feedback.html", {"agency": own_agency(request)})
