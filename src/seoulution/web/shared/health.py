"""Whether this installation can serve: for load balancers and for `seoulution up`."""

from django.db import OperationalError, connection
from django.http import HttpRequest, JsonResponse

from seoulution.web.shared.access import open_to_all


@open_to_all
def health(request: HttpRequest) -> JsonResponse:
    """200 when the database answers, 503 otherwise; says which part is down and nothing else."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except OperationalError:
        return JsonResponse({"database": "down"}, status=503)
    return JsonResponse({"database": "up"})
