"""Every finding in words: what it says, and where it can, the next step. A test proves that no code is without words."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from seoulution.apps.publishing import finding_texts_for_cities
from seoulution.apps.publishing.labels import label
from seoulution.drawing import numbers
from seoulution.engine.catalogue.editorial import EditorialPart, EditorialState
from seoulution.engine.engagements.codes import Rank
from seoulution.engine.engagements.facts import Approval, Document
from seoulution.engine.financing.terms import Region
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Activity, Boundary, Ending, MoneyFlow, Party, Sector, Stage

_ACTIVE: Final = _("It holds a program or other active content, which we cannot take. Send it as a plain PDF or as text.")
_PACKED: Final = _("It is packed in a way that could harm whoever opens it. Save it again as a plain file.")
_DAMAGED: Final = _("It is damaged and cannot be opened. Save it again and send the new file.")
_KINDS: Final = _("Files of this kind are not taken. We take PDF, DOCX, XLSX, HWP, HWPX, PNG, JPG, TXT, CSV and EML.")

TEXTS: Final[Mapping[str, Promise]] = {
    "gate.no-contact": _("No contact with the city is on record. Record a meeting, a letter or a request first."),
    "gate.sector-open": _("The sector is still open. Choose it, so that the right bureau answers."),
    "gate.need-unconfirmed": _("The city has not yet confirmed that its need was understood rightly. Ask it."),
    "gate.no-solution-linked": _("No policy solution is linked. Link at least one."),
    "gate.solution-not-chosen": _("The two sides have not yet chosen the solution. Record the choice."),
    "gate.knowledge-only": _("The linked solutions transfer knowledge only; nothing can be delivered under contract."),
    "gate.no-solution-to-deliver": _("No solution is linked yet that could be delivered under contract. Link one."),
    "gate.training-not-planned": _("The invited training has no plan on record. Make one with the training centre."),
    "gate.training-first": _(
        "Training should come first: the partner city’s people learn before others advise or build. Or leave it out, with a reason."
    ),
    "gate.no-operator": _("It is not said who will run what is built. The partner city names the operator."),
    "gate.operator-not-partner-city": _(
        "The operator would not be the partner city (%(subject)s). Public operation is the rule: say why not."
    ),
    "gate.no-funding": _("No money is named for this stage (%(subject)s). Name a fund or a budget."),
    "gate.no-request": _("The city's request is not on file."),
    "gate.no-viability-review": _("The first viability check is not on file."),
    "gate.no-partner-letter": _("A letter of the partner city is not on file."),
    "gate.no-training-programme": _("The training programme is not on file."),
    "gate.no-terms-of-reference": _("The terms of reference are not on file."),
    "gate.no-feasibility-report": _("The feasibility report is not on file."),
    "gate.no-consortium-agreement": _("The consortium agreement is not on file."),
    "gate.no-contract": _("The contract is not on file."),
    "gate.no-handover-record": _("The handover record is not on file."),
    "gate.no-service-levels": _("Agreed service levels are not on file."),
    "gate.no-results-report": _("The report of results is not on file."),
    "gate.no-own-budget": _("The own budget is not approved."),
    "gate.no-travel-approval": _("The official travel is not approved. Short trips are expedited."),
    "gate.no-programme-decision": _("The programme has not decided. The programme manager decides."),
    "gate.no-fund-decision": _("The fund has not decided."),
    "gate.no-partner-decision": _("The partner city has not decided."),
    "route.open": _("Who does what for which money is still open. Choose all three to see the legal route."),
    "route.no-rule": _("No rule on record covers this route. Ask the legal counsel before the step."),
    "route.needs-basis": _("%(actor)s: %(activity)s (%(money_flow)s) needs a legal basis first. See who decides."),
    "route.no-basis": _(
        "%(actor)s: %(activity)s (%(money_flow)s) has no legal basis. This is a lack of basis, not a ban: see the lawful alternatives."
    ),
    "route.rule-dated": _("The legal rules are known as of %(as_of)s. Ask counsel whether the law has changed since."),
    "route.decision-support": _("This supports a decision and does not take it: the office and its legal counsel decide."),
    "access.role-only-reads": _("Your role reads engagements and changes none."),
    "access.own-account": _("Nobody changes the own rights. Ask another manager."),
    "access.cannot-see-file": _(
        "This file does not exist for %(who)s. Put the person on its team first, or choose somebody else."
    ),
    "access.reason-missing": _("Say why. The reason stands in the history of the account."),
    "access.name-taken": _("Somebody is called “%(subject)s” already. Choose another name."),
    "access.address-taken": _("An open account has the address “%(subject)s” already. No two people share one."),
    "access.no-address": _("“%(subject)s” is no e-mail address."),
    "access.role-unknown": _("That is no role that can be given."),
    "access.not-own-file": _("This is another’s file: its owner, team, bureau or country desk works on it, or a manager."),
    "rule.not-in-shape": _("%(where)s: %(problem)s. Nothing was stored."),
    "rule.source-unknown": _("The source %(subject)s is not on record. Choose one from the list."),
    "rule.code-taken": _("A rule of the name %(subject)s is on record already. Choose another name, or change that rule."),
    "rule.draft-waits": _("A draft of this rule waits for its decision already. Decide it, or take it back, first."),
    "rule.changes-nothing": _("The draft says what the rule says already."),
    "rule.first-day-missing": _(
        "The answer, or what it covers, changes: say from which day. The old rule then ends the day before and stays on record."
    ),
    "rule.first-day-too-early": _("The change begins before the rule that it changes (%(on)s). Choose a later day."),
    "rule.leaves-unanswered": _(
        "%(count)s combinations would be left without any rule, such as %(actor)s: %(activity)s (%(money_flow)s). Write a rule for them first."
    ),
    "rule.changed-meanwhile": _("The rule was changed since the draft was made. Take the draft back and make it anew."),
    "rule.own-draft": _("Nobody decides about a draft of their own. Ask a colleague who may change legal rules."),
    "rule.not-own-draft": _("Only whoever drafted it takes it back. Decline it instead, with a reason."),
    "rule.draft-over": _("This draft is decided already."),
    "stage.ended": _("The cooperation has ended (%(subject)s). Open it again before it enters a stage."),
    "stage.earlier-open": _("Earlier stages are neither done nor skipped with a reason: %(stages)s."),
    "stage.may-not-be-skipped": _("This stage may not be skipped: %(subject)s."),
    "stage.skipped-without-reason": _("A skipped stage needs a reason: %(subject)s."),
    "stage.not-reentered": _("This stage is over and is not entered again: %(subject)s."),
    "stage.runs-already": _("This stage runs already: %(subject)s."),
    "stage.not-beside": _("%(subject)s does not go side by side with: %(stages)s. Finish or break off one of the two first."),
    "stage.not-running": _("This stage does not run: %(subject)s."),
    "stage.done-already": _("This stage is done, so it cannot be left out: %(subject)s."),
    "stage.left-out-already": _("This stage is left out already: %(subject)s."),
    "stage.struck-already": _("This entry is struck already: %(subject)s."),
    "stage.told-by-documents": _(
        "The documents tell of this stage, so it is not struck (%(subject)s). Finish it or break it off."
    ),
    "stage.only-spell": _("It is the only stage on record (%(subject)s). End the engagement instead, or correct the days."),
    "stage.last-day-only-when-over": _("A stage that is over has a last day, and one that runs has none: %(subject)s."),
    "stage.ends-before-it-begins": _("The last day lies before the first: %(subject)s."),
    "stage.day-ahead": _("A day lies ahead. Only what has happened goes on record: %(subject)s."),
    "engagement.no-name": _("The engagement needs a name in Korean and in English."),
    "engagement.public-and-sensitive": _("A sensitive file cannot be public. Choose one of the two."),
    "engagement.begins-later": _(
        "An engagement begins with an exchange or with finding the opportunity, not with: %(subject)s."
    ),
    "engagement.request-of-another-city": _("The request %(subject)s is another city’s."),
    "engagement.amount-out-of-range": _("The sum must be above zero and below 10 to the power of 18."),
    "engagement.currency-unknown": _("“%(currency)s” is no currency code. Write three letters such as KRW or USD."),
    "engagement.owner-may-not-work": _("%(who)s may not work on engagements, so the file cannot be theirs."),
    "engagement.member-may-not": _("%(who)s may not do this part: the role does not allow it, or the account is closed."),
    "engagement.out-of-own-sight": _("You would no longer see the file yourself. Join its team or be its owner first."),
    "engagement.solution-linked-already": _("This policy solution is linked already: %(subject)s."),
    "engagement.solution-not-linked": _("This policy solution is not linked: %(subject)s."),
    "engagement.route-as-before": _("This is the route that is on record already."),
    "engagement.ended-already": _("The engagement has ended already."),
    "engagement.changed-meanwhile": _("Somebody changed it after the preview was shown. Look at it again."),
    "engagement.goes-on": _("The engagement has not ended, so it cannot be opened again."),
    "engagement.confirmed-already": _("The city’s confirmation is on record already. Take it back first."),
    "engagement.solution-confirmed": _(
        "The city has confirmed the solutions linked here. Take its confirmation back first: it is asked again."
    ),
    "engagement.who-and-where-missing": _("Say who it was, and where it can be looked up."),
    "engagement.day-ahead": _("The day lies ahead. Record it once it has happened."),
    "engagement.paper-not-on-file": _("This paper is not on the engagement’s file, or was withdrawn."),
    "engagement.nothing-to-decide": _("No legal rule on record asks for this decision: %(subject)s."),
    "engagement.decided-already": _("This decision is on record already. Take it back first."),
    "engagement.money-named-already": _("This money is named for the stage already: %(subject)s."),
    "fund.sector-outside": _("The fund does not work in this sector (%(sector)s). In its own words: %(words)s"),
    "fund.stage-outside": _("The fund does not pay for this stage (%(stage)s). In its own words: %(words)s"),
    "fund.membership-unknown": _(
        "Whether the country may use funds of this region (%(region)s) is not known here. Ask the bank."
    ),
    "fund.region-outside": _("The country does not belong to the fund's region (%(region)s)."),
    "fund.recipient-unknown": _("Whether the country receives official development assistance is not known here."),
    "fund.not-aid-recipient": _("The country is not on the list of aid recipients, so this fund may not pay."),
    "fund.currency-differs": _("The fund states its limits in %(currency)s; they were not converted."),
    "fund.amount-below-minimum": _("The amount is below the fund's minimum of %(minimum)s. In its own words: %(words)s"),
    "fund.amount-above-ceiling": _("The fund pays at most %(ceiling)s per project. In its own words: %(words)s"),
    "fund.share-only": _(
        "The fund pays only a share of the cost: the rest must come from elsewhere. In its own words: %(words)s"
    ),
    "fund.closed": _("The fund closed on %(date)s."),
    "fund.not-yet-open": _("The fund opens on %(date)s."),
    "fund.closing": _("The fund closes on %(date)s, in %(days)s days."),
    "fund.terms-dated": _("The terms are of %(year)s. Ask whether the fund is still open."),
    "plan.no-fund": _("No fund on record fits this stage (%(subject)s)."),
    "plan.limit-not-stated": _("No limit per project is stated by: %(funds)s."),
    "plan.cost-unknown": _("The cost is not known yet for: %(stages)s. The gap can't be computed before."),
    "promise.overdue": _("A promise is overdue since %(due_on)s."),
    "promise.due-soon": _("A promise is due on %(due_on)s."),
    "promise.undated": _("A promise has no date."),
    "promise.no-text": _("It is not said what was promised."),
    "promise.no-parties": _("It is not said who promised, or to whom."),
    "promise.due-before-given": _("It would be due before it was given. Put one of the two days right."),
    "contact.no-title": _("It is not said what it is about."),
    "contact.held-ahead": _("It lies ahead. It can be recorded as held once it has begun."),
    "contact.ends-before-it-begins": _("It would end before it begins. Put one of the two times right."),
    "task.no-text": _("It is not said what is to be done."),
    "referral.no-question": _("It is not said what is asked."),
    "referral.nobody-reads-it": _("Nobody of this body has an account here to read it. Ask the programme manager for one."),
    "reminder.never-contacted": _("No contact with the city is on record since the file was opened on %(on)s."),
    "reminder.nothing-lately": _("The last contact with the city was on %(on)s."),
    "reminder.contact-near": _("“%(title)s” is on %(on)s."),
    "reminder.contact-unrecorded": _("“%(title)s” was planned for %(on)s. Record that it was held, or call it off."),
    "reminder.task-near": _("A task is due on %(on)s: %(title)s"),
    "reminder.task-overdue": _("A task was due on %(on)s: %(title)s"),
    "reminder.promise-due": _("A promise is due on %(on)s: %(title)s"),
    "reminder.promise-overdue": _("A promise was due on %(on)s and is not kept: %(title)s"),
    "reminder.referral-unanswered": _("%(body)s has not answered; the answer was due on %(on)s: %(title)s"),
    "reminder.paper-waiting": _("“%(title)s” has waited for a signature since %(on)s."),
    "reminder.gate-waiting": _(
        "The gate to the next stage is open (%(stage)s); the file has stood where it is since %(on)s. Enter it, or say why not."
    ),
    "reminder.check-near": _("The check after %(years)s years of operation is due on %(on)s."),
    "reminder.check-overdue": _("The check after %(years)s years of operation was due on %(on)s and is not recorded."),
    "aftercare.missed": _("“%(measure)s” missed its agreed level on %(on)s."),
    "aftercare.missed-in-a-row": _("“%(measure)s” has missed its agreed level %(count)s times in a row, last on %(on)s."),
    "aftercare.nears-the-bound": _(
        "A straight line through the last readings of “%(measure)s” reaches the agreed level on %(on)s."
    ),
    "aftercare.no-reading": _("“%(measure)s” has had no reading since %(on)s."),
    "aftercare.check-overdue": _("The look after year %(years)s of operation was due on %(on)s."),
    "aftercare.not-sound": _("The look after year %(years)s of operation found it not sound on %(on)s."),
    "aftercare.level-incomplete": _("Say what is measured, in which unit, and in which paper it was agreed."),
    "aftercare.level-there-already": _("This measure has an agreed level already. End it first: %(subject)s."),
    "aftercare.number-out-of-range": _("The number is too large, or has more than four decimals."),
    "aftercare.reading-without-source": _("Say who measured it, or where it can be looked up."),
    "aftercare.reading-there-already": _("A reading of %(on)s is on record already. Strike it first if it is wrong."),
    "aftercare.checks-planned-already": _("The checks of this operation are planned already."),
    "aftercare.nothing-seen": _("Say what was seen."),
    "trajectory.no-figure": _("No figure of the city to compare: %(subject)s."),
    "trajectory.not-comparable": _("The city's figure can't be compared: %(subject)s."),
    "match.learning-without-reason": _("Say in a sentence why the search may, or may no longer, learn from these words."),
    "profile.boundaries-differ": _("The two figures are of different areas (%(of)s, %(by)s): no ratio is made of them."),
    "profile.years-differ": _("The two figures are too many years apart (%(of)s, %(by)s)."),
    "profile.not-a-number": _("The source gives words, not a number."),
    "editorial.not-in-this-state": _("This can't be done while the text is in its present state (%(state)s)."),
    "editorial.not-your-part": _("This is for somebody else to do (%(part)s)."),
    "editorial.reason-missing": _("Say why: others read it later."),
    "editorial.own-text": _("Nobody approves a text of their own. Ask a colleague of the bureau."),
    "editorial.same-eyes": _("You approved this round for the other side already. Somebody else reads it this time."),
    "editorial.bureau-approval-missing": _("The bureau has not approved this round yet."),
    "editorial.receiver-approval-missing": _("Nobody has read this round with a receiving city's eyes yet."),
    "editorial.handed-in": _("The text was handed in (%(state)s). It can be changed again once it is sent back."),
    "editorial.draft-ended": _("This draft has ended (%(how)s). Open the solution and begin a new one."),
    "editorial.not-in-shape": _("%(where)s: %(problem)s. Nothing was stored."),
    "editorial.source-unknown": _("The source %(subject)s is not on record. Choose one from the list, or add it."),
    "editorial.body-unknown": _("No body with the code %(subject)s is on record. Choose one from the list."),
    "editorial.answers-nothing": _(
        "It answers none of a receiving city's questions yet. Write the answer and tick the question."
    ),
    "editorial.praise-without-claim": _(
        "“%(word)s” praises, and nothing beside it proves it. Say what changed and by how much, and refer to the claim."
    ),
    "track.problem-missing": _("The problem is not described."),
    "track.actions-missing": _("What was done is not described."),
    "track.obstacles-missing": _("Obstacles and how they were overcome are not described."),
    "track.results-without-claim": _("No result is backed by a claim: a figure with year and source."),
    "track.nobody-to-ask": _("It is not said whom a city can ask."),
    "track.nobody-teaches": _("No training course is on record and the owner has no contact: nobody would teach it."),
    "track.product-missing": _("It is not said what exactly would be delivered."),
    "track.no-lawful-provider": _("No provider that may lawfully sell it is named, such as a corporation or a firm."),
    "track.price-basis-missing": _("It is not said on which basis it is priced."),
    "track.runs-nowhere": _("No place is on record where it runs outside Seoul."),
    "evidence.no-figure": _("No figure of results is on record. One with year and source raises the grade to C."),
    "evidence.no-before": _(
        "Results have no before. The same figure (series %(series)s) of an earlier year raises the grade to B."
    ),
    "evidence.not-primary": _(
        "The first and last year of one series from a primary source (confidence A) raise the grade to A; nearest is %(series)s."
    ),
    "claim.expired": _("“%(subject)s” could be quoted until %(ended)s. %(owner)s can renew it."),
    "claim.questioned": _("“%(subject)s” is in doubt. %(owner)s has not answered yet."),
    "claim.review-due": _("“%(subject)s” is due for its yearly look. %(owner)s is asked."),
    "claim.until-is-over": _("%(date)s is over. A claim can be renewed until a day that is still to come."),
    "claim.not-on-record": _(
        "The text refers to the claim %(claim)s, which this solution does not have. Add the claim or mend its code."
    ),
    "claim.words-differ": _("The text says “%(words)s”, but the claim %(claim)s is %(value)s. Make them agree."),
    "sending.day-to-come": _("%(day)s is still to come. A sending is recorded once it has left."),
    "translation.reference-lost": _("The translation has lost the reference to the claim %(claim)s. Put it back."),
    "translation.reference-added": _("The translation refers to the claim %(claim)s, which its source does not. Take it out."),
    "translation.empty": _("The translation is empty."),
    "translation.not-your-language": _(
        "You may not translate into this language (%(language)s). The programme manager can grant it."
    ),
    "translation.no-translator": _("“%(subject)s” has no role that translates. Change the role first."),
    "translation.nothing-to-accept": _("A person wrote this text already; there is nothing to accept."),
    "translation.person-wrote-it": _("A person wrote this text. A machine never writes over it."),
    "translation.unknown-field": _("The solution has no text “%(path)s” today."),
    "translation.source-changed": _("The English was changed meanwhile. Look at today’s English first."),
    "translation.unknown-solution": _("There is no solution “%(code)s”."),
    "translation.named-twice": _("The file names this text twice; the first one counts."),
    "translation.changed-meanwhile": _(
        "Somebody changed the translation since the file was made. Compare the two on its page."
    ),
    "translation.code-broken": _("The inline code %(code)s does not fit. Keep each code of the source once, with its end."),
    "translation.no-segment": _("The unit has no segment."),
    "translation.segment-empty": _("One segment is translated and another is not. Translate all or none of the text."),
    "translation.cell-cut": _("The text is longer than a cell can be and was cut. Send it as XLIFF."),
    "translation.other-language": _("The row is of another language (%(language)s) than the file begins with."),
    "translation.no-such-language": _("Solutions are not translated into the language of this file (%(language)s)."),
    "xliff.too-large": _("The file is larger than %(detail)s MB. Send fewer solutions at once. Nothing was taken in."),
    "xliff.not-text": _("The file is neither UTF-8 nor UTF-16 text. Nothing was taken in."),
    "xliff.has-entities": _("The file declares a document type or entities, which we do not read. Nothing was taken in."),
    "xliff.not-xml": _("The file is no well-formed XML (line %(detail)s). Nothing was taken in."),
    "xliff.not-xliff": _("The file is XML, but no XLIFF. Nothing was taken in."),
    "xliff.version": _("We read XLIFF 2.0 and 2.1; this file says “%(detail)s”. Nothing was taken in."),
    "sheet.columns-missing": _("The first row lacks one of these headings: solution, field, language, english, translation."),
    "machine.not-set-up": _("No translation machine is set up here."),
    "machine.not-safe": _("The address of the translation machine is neither https nor on this machine."),
    "machine.not-reached": _("The translation machine could not be reached."),
    "machine.slow": _("The translation machine did not answer within %(seconds)s seconds."),
    "machine.moved": _("The translation machine sends on to another address (%(status)s). Set the new address."),
    "machine.status": _("The translation machine answered with an error (%(status)s)."),
    "machine.garbage": _("What the translation machine answered is no translation."),
    "machine.reference-lost": _("The machine’s text lost a reference to a claim, so it was not kept."),
    "machine.too-long": _("The text is longer than the machine is asked for (%(most)s characters)."),
    "machine.nothing-missing": _("Nothing is missing in this language."),
    "translation.term-missing": _("The programme’s word for “%(term)s” is “%(use)s” in this language."),
    "import.no-rows": _("The sheet has no rows below its head. Nothing was taken in."),
    "import.column-missing": _("The column “%(column)s” is missing. Take the empty sheet as a pattern. Nothing was taken in."),
    "import.column-unknown": _(
        "The column “%(column)s” is not known. Take it out, or name it as the empty sheet does. Nothing was taken in."
    ),
    "import.column-twice": _("The column “%(column)s” is there twice. Keep one. Nothing was taken in."),
    "import.cell-empty": _("%(column)s: the cell is empty and must be filled."),
    "import.named-twice": _("%(column)s: “%(value)s” stands in row %(row)s already. Keep one of the two."),
    "import.not-on-record": _("%(column)s: “%(value)s” is not on record. Choose one of the list, or add it first."),
    "import.not-a-number": _("%(column)s: “%(value)s” is not a number as it should be."),
    "sharing.nobody": _("It is not said with whom. Choose at least one."),
    "sharing.nothing-chosen": _(
        "It is not said what is shared. Choose a paper, dossier or solution of this file, or write it down."
    ),
    "sharing.no-subject": _("The subject is missing. Write what it is about, in the same words for everybody who gets it."),
    "sharing.no-reason": _("The reason is missing. Say why it is shared."),
    "sharing.sensitive-paper": _("The paper is marked sensitive. It is not shared."),
    "sharing.already-shared": _("%(party)s has it already."),
    "sharing.no-holder": _("It is not said to whom the link is given. Write the person or office."),
    "sharing.days-out-of-range": _("A link is valid for 1 to %(most)s days."),
    "sharing.peers-to-tell": _(
        "%(count)s firms of the sector do not have this yet: %(firms)s. They should have it by %(on)s, %(days)s days after the first."
    ),
    "sharing.peers-not-told": _(
        "%(count)s firms of the sector did not get this within %(days)s days of the first: %(firms)s. Tell them too."
    ),
    "sharing.one-before-tender": _(
        "The work is still to be given, and %(firm)s alone has this. Share it with all firms of the sector."
    ),
    "sharing.one-gets-more": _(
        "%(firm)s has got %(count)s subjects, the next firm %(next)s. See whether others should have them too."
    ),
    **finding_texts_for_cities.TEXTS,
    "wording.export": _("“%(word)s”: toward a city the programme speaks of policy sharing."),
    "wording.advance": _("“%(word)s” may offend the other side: write policy sharing."),
    "wording.target-city": _("“%(word)s”: a city that reads this is a partner city, not a target."),
    "wording.developing": _("“%(word)s” is disrespectful: write fast-growing city."),
    "document.citation-not-listed": _("A figure cites %(subject)s, which is not in the list of sources. Nothing was printed."),
    "document.citation-listed-twice": _("The source %(subject)s is listed twice. Nothing was printed."),
    "document.section-key-twice": _("Two sections carry the key %(subject)s. Nothing was printed."),
    "document.figure-without-alternative": _(
        "A drawing in “%(subject)s” has no words for those who can't see it. Nothing was printed."
    ),
    "document.figure-unsafe": _("A drawing in “%(subject)s” holds something that must not be printed (%(problem)s)."),
    "document.table-shape": _("A table in “%(subject)s” is not whole (%(problem)s). Nothing was printed."),
    "document.script-without-font": _(
        "No font for the script %(subject)s is installed: %(characters)s may print as boxes. Install the Noto fonts."
    ),
    "language.encoder-missing": _(
        "The encoder %(subject)s could not be loaded (%(reason)s). Matching goes on with what is left and is weaker."
    ),
    "sheet.not-a-spreadsheet": _("The file is not an XLSX spreadsheet that can be read. Save it again as XLSX."),
    "sheet.encrypted": _("The spreadsheet is locked with a password. Send it without one."),
    "sheet.too-large": _("The spreadsheet grows too large when unpacked. Split it into several files."),
    "sheet.too-many-rows": _("The spreadsheet has too many rows. Split it into several files."),
    "sheet.too-many-columns": _("The spreadsheet has too many columns. Keep only those that are needed."),
    "paper.no-title": _("The paper has no title. Say what it is."),
    "paper.withdrawn": _("This paper was withdrawn. Add a new paper instead of a new version."),
    "paper.is-evidence": _("A recorded decision or agreement rests on this paper (%(title)s). It stays on file."),
    "paper.is-shared": _("This paper (%(title)s) is shared: others can open it. End the sharing first, then withdraw it."),
    "paper.not-kept": _("The disk did not take the file; nothing was kept. Send it again."),
    "paper.scan-without-text": _("The PDF holds pictures of pages and no text: it cannot be searched or read aloud."),
    "paper.is-picture": _("It is a picture, where a written paper is expected. Add the signed paper as PDF when you have it."),
    "paper.older": _(
        "The file says it was last changed on %(on)s, before the version on file (%(before)s). Check that it is the right one."
    ),
    "paper.same-bytes": _("The very same file is on record already: %(title)s."),
    "approval.no-title": _("The draft has no title."),
    "approval.no-text": _("The draft does not say what is to be decided."),
    "approval.no-amount": _("The amount is missing; it decides who signs (%(subject)s)."),
    "approval.amount-needs-won": _(
        "No exchange rate of this year is on record for that currency. Give the amount in won: it decides who signs."
    ),
    "approval.drafter-without-rank": _("No signing rank is on record for the drafter. The programme manager records it."),
    "approval.nobody-above": _("Nobody is above the drafter. Let somebody else draft it."),
    "approval.no-signatory": _("Nobody is chosen to sign as %(subject)s."),
    "approval.own-draft": _("Nobody signs their own draft, not even for somebody else."),
    "approval.signs-twice": _("The person chosen as %(subject)s already has a place. Each person signs once."),
    "approval.other-rank": _("The person chosen as %(subject)s holds another rank."),
    "approval.may-not-sign": _("The person chosen as %(subject)s may not sign papers, or no longer works here."),
    "approval.decided-elsewhere": _("This is decided elsewhere (%(subject)s). Record the decision with its paper."),
    "approval.signed-here": _("This is signed here (%(subject)s). Draft a paper for it."),
    "approval.not-your-draft": _("Only its drafter changes, sends and withdraws a draft."),
    "approval.not-a-draft": _("The paper is no longer a draft."),
    "approval.closed": _("This round of signing is over."),
    "approval.not-your-turn": _("It is not your turn yet: others sign first."),
    "approval.not-your-place": _("This paper does not wait for your signature."),
    "approval.no-evidence": _("Choose the paper on file that shows the decision."),
    "approval.no-body": _("Say which body decided."),
    "approval.day-ahead": _("The day of the decision lies ahead. Record it once it was taken."),
    "approval.absence-backwards": _("The absence ends before it begins."),
    "approval.absence-over": _("The absence lies in the past. A stand-in is named for days to come."),
    "approval.absence-twice": _("Another absence covers some of these days. End it first."),
    "approval.stand-in-is-self": _("Nobody stands in for themselves."),
    "approval.stand-in-may-not-sign": _("The stand-in may not sign papers, or no longer works here."),
    "upload.empty": _("It is empty."),
    "upload.too-large": _("It is larger than the %(detail)s bytes that are taken. Split it, or send a smaller copy."),
    "upload.encrypted": _("It is locked with a password. Send it without one."),
    "upload.type-differs-from-name": _(
        "Its content is not what its name says. Save it as the right kind of file and send it again."
    ),
    "upload.image-too-large": _("The picture is too large. Send a smaller one."),
    "upload.type-not-allowed": _KINDS,
    "upload.legacy-office": _KINDS,
    "upload.executable": _ACTIVE,
    "upload.malware": _ACTIVE,
    "upload.macro": _ACTIVE,
    "upload.pdf-active": _ACTIVE,
    "upload.external-content": _ACTIVE,
    "upload.not-a-letter": _("It is no letter: it has no sender, or neither subject nor date."),
    "upload.active-drawing": _ACTIVE,
    "upload.web-page": _ACTIVE,
    "upload.archive-bomb": _PACKED,
    "upload.archive-path": _PACKED,
    "upload.archive-too-many-entries": _PACKED,
    "upload.two-types-in-one": _PACKED,
    "upload.letter-in-letter": _PACKED,
    "upload.archive-broken": _DAMAGED,
    "upload.image-broken": _DAMAGED,
    "upload.pdf-broken": _DAMAGED,
}

_CODED: Final[Mapping[str, tuple[type[StrEnum], ...]]] = {
    "actor": (Party,),
    "activity": (Activity,),
    "money_flow": (MoneyFlow,),
    "sector": (Sector,),
    "stage": (Stage,),
    "stages": (Stage,),
    "region": (Region,),
    "of": (Boundary,),
    "by": (Boundary,),
    "state": (EditorialState,),
    "part": (EditorialPart,),
    "subject": (Stage, Party, Sector, Document, Approval, Ending, Rank),
}
"""Parameters that carry codes of a vocabulary, put into words before they stand in a sentence."""


def sentence(finding: Finding) -> str:
    """The finding in the language that is active; KeyError when a code has no words, so that it is never shown bare."""
    parameters = {"subject": finding.subject, **finding.parameters}
    return str(TEXTS[finding.code]) % {name: _worded(name, value) for name, value in parameters.items()}


def _worded(name: str, value: str) -> str:
    if name in ("ended", "on", "before", "as_of") and value:
        return str(date_format(date.fromisoformat(value), "DATE_FORMAT"))
    if name in ("typed", "whole", "many"):
        return numbers.grouped(Decimal(value), get_language() or "en")
    if name == "stages":
        return ", ".join(label(Stage, code) for code in value.split(",") if code)
    for kind in _CODED.get(name, ()):
        if value in {member.value for member in kind}:
            return label(kind, value)
    return value
