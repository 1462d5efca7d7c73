"""Everything that is done without anybody waiting for it. Each job may run twice with one effect: what is to do is read from records.

Times of the table are UTC. What a stopped worker missed is caught up when one starts: it begins with `AT_START`. See
docs/explanation/jobs.md.
"""

from datetime import timedelta
from typing import Final

from asgiref.sync import sync_to_async
from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from seoulution.apps.accounts.kept_seals import keep_newest_seal
from seoulution.apps.accounts.services import forget_old_submissions
from seoulution.apps.accounts.services.limits import forget_full_buckets
from seoulution.apps.catalogue.services import machine_drafts
from seoulution.apps.correspondence.services import digests, mailbox, sending
from seoulution.apps.correspondence.services.readings import tell_of_readings
from seoulution.apps.correspondence.transports import transport
from seoulution.apps.engagements.services import rechecks
from seoulution.apps.engagements.services.aftercare_warnings import aftercare_warnings
from seoulution.apps.engagements.services.reminders import reminders_for
from seoulution.apps.publishing.notice_reach import readable, worded

KEPT_HOURS: Final = 24 * 7
"""For how long finished and failed jobs can be looked at."""
STALLED_SECONDS: Final = 60
DRAFTING_SECONDS: Final = 20.0
RECHECKED_DAYS: Final = 7
AT_START: Final = ("send_due_mail", "recheck_engagements", "daily_reminders", "write_digests", "keep_seal", "sweep")


@app.task(name="send_mail")
def send_mail(mail: int) -> None:
    """One mail, as soon as the work that queued it has committed."""
    sending.send(mail, transport())


@app.periodic(cron="* * * * *")
@app.task(name="send_due_mail", queueing_lock="send_due_mail")
def send_due_mail(timestamp: int = 0) -> None:
    """Mails whose process is gone, then all that are due: those waiting for another try, and any whose own job was lost."""
    way = transport()
    sending.look_after_the_lost(way)
    for mail in sending.due(timezone.now()):
        sending.send(mail, way)


@app.periodic(cron="*/10 * * * *")
@app.task(name="write_digests", queueing_lock="write_digests")
def write_digests(timestamp: int = 0) -> None:
    """The digests of the slots that have begun."""
    digests.write_digests(timezone.now(), wording=worded, may_read=readable)


@app.periodic(cron="40 21 * * *")
@app.task(name="daily_reminders", queueing_lock="daily_reminders")
def daily_reminders(timestamp: int = 0) -> None:
    """At twenty to seven in Seoul, before digests are written: whoever a date, a silence or an open gate concerns is told."""
    reminders_for(timezone.localdate())
    aftercare_warnings(timezone.localdate())


@app.periodic(cron="20 15 * * *")
@app.task(name="recheck_engagements", queueing_lock="recheck_engagements")
def recheck_engagements(timestamp: int = 0) -> None:
    """A little after midnight in Seoul: rules that begin or end change answers. Days on which no worker ran are looked at too."""
    today = timezone.localdate()
    for days in reversed(range(RECHECKED_DAYS)):
        rechecks.recheck_engagements(today - timedelta(days=days))


@app.periodic(cron="50 14 * * *")
@app.task(name="keep_seal", queueing_lock="keep_seal")
def keep_seal(timestamp: int = 0) -> None:
    """Before midnight in Seoul: the end of the record of readings is kept outside the database, and once a month auditors are sent it."""
    now = timezone.localtime()
    keep_newest_seal(now)
    tell_of_readings(now)


@app.periodic(cron="*/5 * * * *")
@app.task(name="fetch_mailbox", queueing_lock="fetch_mailbox")
def fetch_mailbox(timestamp: int = 0) -> None:
    """New letters of the mailbox, where one is set."""
    if settings.MAILBOX:
        mailbox.fetch(settings.MAILBOX)


@app.periodic(cron="* * * * *")
@app.task(name="advance_drafts", queueing_lock="advance_drafts")
def advance_drafts(timestamp: int = 0) -> None:
    """Machine drafts go on without anybody looking at them."""
    if settings.TRANSLATOR:
        machine_drafts.advance_open_runs(seconds=DRAFTING_SECONDS)


@app.periodic(cron="17 * * * *")
@app.task(name="sweep", queueing_lock="sweep")
async def sweep(timestamp: int = 0) -> None:
    """Jobs of killed workers run again; finished jobs are kept for a week, forms' once-only marks for a month."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_SECONDS):
        await app.job_manager.retry_job(job)
    await app.job_manager.delete_old_jobs(
        nb_hours=KEPT_HOURS, include_failed=True, include_cancelled=True, include_aborted=True
    )
    await sync_to_async(forget_old_submissions)()
    await sync_to_async(forget_full_buckets)()
