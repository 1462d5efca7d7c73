"""The interface for programs, described on a page of ours: nothing is loaded from elsewhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from seoulution.web.api.operations import api
from seoulution.web.shared.access import open_to_all


@open_to_all
def docs(request: HttpRequest) -> HttpResponse:
    """Every operation with its parameters, read from the OpenAPI description."""
    described = api.get_openapi_schema(path_prefix="/api/")
    operations = [
        (method.upper(), path, operation)
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    ]
    return render(request, "api/docs.html", {"operations": operations, "described": described["info"]})
