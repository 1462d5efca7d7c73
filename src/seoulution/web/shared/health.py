"""Whether this installation can serve: for load balancers and for `seoulution up`."""

from django.db import OperationalError, connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone

from seoulution.apps.correspondence.worker_life import worker_lives
from seoulution.web.shared.access import open_to_all


@open_to_all
def health(request: HttpRequest) -> JsonResponse:
    """200 when the database answers, 503 otherwise; says which part is down and nothing else.

    Without a worker pages serve all the same, and only mail waits: that is said, and is no reason to take a server out.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
        worker = worker_lives(timezone.now())
    except OperationalError:
        return JsonResponse({"database": "down"}, status=503)
    return JsonResponse({"database": "up", "worker": "up" if worker else "down"})
