"""The editorial table: complete, reachable, and two pairs of eyes before anything is public."""

from itertools import product

import pytest

from seoulution.engine.catalogue.editorial import (
    TRANSITIONS,
    EditorialAction,
    EditorialPart,
    EditorialState,
    actions_in,
    after,
    refusals,
)

ALL = frozenset(EditorialPart)


def allowed(state: EditorialState, action: EditorialAction, **given: object) -> tuple[str, ...]:
    answers = {"parts": ALL, "reason": "why", "bureau_approved": True, "receiver_approved": True, "wrote_it": False, **given}
    return tuple(finding.code for finding in refusals(state, action, **answers))  # type: ignore[arg-type]


def test_every_state_can_be_reached_and_left() -> None:
    reached = {after(state, action, was_public=public) for (state, action), public in product(TRANSITIONS, (True, False))}
    assert reached == set(EditorialState)
    assert all(actions_in(state) for state in EditorialState)


def test_every_action_and_every_part_is_in_the_table() -> None:
    assert {action for _, action in TRANSITIONS} == set(EditorialAction)
    assert {found.by for found in TRANSITIONS.values()} == set(EditorialPart)


@pytest.mark.parametrize(("state", "action"), list(product(EditorialState, EditorialAction)))
def test_what_is_not_in_the_table_is_refused_and_what_is_can_be_done(state: EditorialState, action: EditorialAction) -> None:
    expected = () if (state, action) in TRANSITIONS else ("editorial.not-in-this-state",)
    assert allowed(state, action) == expected


def test_nothing_is_published_without_both_approvals_and_everything_missing_is_said_at_once() -> None:
    found = allowed(EditorialState.RECEIVER_REVIEW, EditorialAction.PUBLISH, bureau_approved=False, receiver_approved=False)
    assert found == ("editorial.bureau-approval-missing", "editorial.receiver-approval-missing")


def test_nobody_approves_a_text_of_their_own() -> None:
    assert allowed(EditorialState.BUREAU_REVIEW, EditorialAction.APPROVE, wrote_it=True) == ("editorial.own-text",)


def test_sending_back_needs_words_and_keeps_a_public_text_public() -> None:
    assert allowed(EditorialState.BUREAU_REVIEW, EditorialAction.SEND_BACK, reason=" ") == ("editorial.reason-missing",)
    assert after(EditorialState.BUREAU_REVIEW, EditorialAction.SEND_BACK, was_public=True) is EditorialState.UNDER_REVISION
    assert after(EditorialState.BUREAU_REVIEW, EditorialAction.SEND_BACK, was_public=False) is EditorialState.DRAFT


def test_each_part_may_do_its_own_and_nothing_else() -> None:
    for (state, action), found in TRANSITIONS.items():
        assert allowed(state, action, parts={found.by}) == ()
        assert "editorial.not-your-part" in allowed(state, action, parts=ALL - {found.by})
