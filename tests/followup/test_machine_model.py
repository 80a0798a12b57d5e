"""Whatever happens, in any order, with any correction: a next act, no dead end, no wrong date."""

from datetime import date, timedelta

import pytest
from followup_cases import Case
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from plaise.dossier import PlaiseError
from plaise.followup import (
    EVENTS,
    Followup,
    Setting,
    Status,
    calendar,
    deadlines,
    due,
    execution_routes,
    load_machine,
    page,
    page_text,
)
from plaise.followup._events import Order
from plaise.law import Residence, is_working_day, load_law, next_working_day

SETTINGS = st.builds(
    Setting,
    departement=st.sampled_from(["95", "57", "974", "00", None]),
    residence=st.sampled_from(Residence),
    zone=st.just("Europe/Paris"),
)
GAPS = st.integers(0, 40)


@st.composite
def payloads(draw, kind, today):
    later = today + timedelta(days=draw(st.integers(0, 200)))
    hour = draw(st.sampled_from([None, "09:30", "02:30", "14:05"]))
    fields = {
        "filed": lambda: {"channel": draw(st.sampled_from(["telerecours", "post", "counter"]))},
        "numbered": lambda: {"number": "2612345"},
        "communicated": lambda: {"prefect_answers_by": draw(st.sampled_from([None, str(later)]))},
        "defence_received": lambda: {"answer_by": draw(st.sampled_from([None, str(later)]))},
        "date_offered": lambda: {"day": str(later), "hour": hour, "far": draw(st.booleans())},
        "hearing_set": lambda: {"day": str(later), "hour": hour, "place": "2 rue des Essais"},
        "hearing_held": dict,
        "new_proofs": dict,
        "order": lambda: draw(orders(today)),
        "appointment_received": lambda: {"day": str(later), "hour": hour},
        "appointment_held": lambda: {
            "result": draw(st.sampled_from(["registered", "incomplete", "turned_away", "missed"]))
        },
        "not_executed": dict,
        "execution_requested": lambda: {"route": draw(st.sampled_from(["l521_4", "l911_4"]))},
        "cassation": dict,
        "cassation_decided": lambda: {
            "outcome": draw(st.sampled_from(["granted", "sent_back", "rejected"]))
        },
        "new_petition": dict,
        "deadline_set": lambda: {
            "rule": draw(st.sampled_from(["cassation", "execution"])),
            "day": str(later),
            "reason": "Le greffe l’a dit.",
        },
        "closed": lambda: {"outcome": "other"},
        "reopened": dict,
    }
    return {"on": str(today), **fields[kind]()}


@st.composite
def orders(draw, today):
    outcome = draw(
        st.sampled_from(
            ["injunction", "non_lieu", "rejected_without_hearing", "rejected", "withdrawal"]
        )
    )
    order = {"outcome": outcome, "electronic": draw(st.booleans())}
    order["limit_stated"] = draw(st.booleans())
    if outcome == "injunction":
        order["delay"] = draw(st.sampled_from([None, 3, 15, 30]))
        order["unit"] = draw(st.sampled_from(["jours", "jours_ouvres", "mois"]))
        later = today + timedelta(days=draw(st.integers(1, 60)))
        order["appointment_before"] = draw(st.sampled_from([None, str(later)]))
        order["penalty_euros"] = draw(st.sampled_from([None, 50]))
        order["prefect_notified_on"] = draw(st.sampled_from([None, str(today)]))
    return order


class AfterFiling(RuleBasedStateMachine):
    """Any events that the case says are possible, and any corrections."""

    @initialize(setting=SETTINGS, start=st.dates(date(2026, 11, 1), date(2028, 3, 31)))
    def begin(self, setting, start):
        self.case = Case(setting)
        self.setting = setting
        self.today = start

    @rule(data=st.data(), gap=GAPS)
    def something_happens(self, data, gap):
        self.today += timedelta(days=gap)
        kind = data.draw(st.sampled_from([one.kind for one in self.case.followup.possible()]))
        before = len(self.case.followup.history)
        facts = data.draw(payloads(kind, self.today))
        if self._too_early(kind, facts):
            with pytest.raises(PlaiseError, match=r"à partir du"):
                self.case.record(kind, **facts)
            return
        self.case.record(kind, **facts)
        assert len(self.case.followup.history) == before + 1
        assert self.case.followup.history[-1].status is Status.APPLIED

    @precondition(lambda self: self.case.followup.history)
    @rule(data=st.data())
    def an_event_is_removed(self, data):
        step = data.draw(st.sampled_from(self.case.followup.history))
        if step.kind != "corrected":
            self.case.correct(step.id)

    @precondition(lambda self: self.case.followup.history)
    @rule(data=st.data())
    def an_event_is_replaced(self, data):
        step = data.draw(st.sampled_from(self.case.followup.history))
        if step.kind != "corrected":
            kind = data.draw(st.sampled_from(sorted(EVENTS)))
            facts = data.draw(payloads(kind, self.today))
            if not self._too_early(kind, facts):
                self.case.correct(step.id, kind, **facts)

    def _too_early(self, kind, facts):
        if kind != "execution_requested" or facts["route"] != "l911_4":
            return False
        routes = execution_routes(self.case.followup, self.setting, self.today)
        return any(one.id == "l911_4" and self.today < one.opens_on for one in routes)

    @invariant()
    def the_case_is_what_the_journal_says(self):
        followup = self.case.followup
        assert Followup.from_entries(self.case.entries) == followup
        ours = [one for one in self.case.entries if one["kind"].startswith("followup.")]
        assert len(followup.history) == len(ours)

    @invariant()
    def there_is_always_a_next_act_and_every_word_has_its_source(self):
        shown = page(self.case.followup, self.setting, self.today)
        assert shown.meaning
        assert shown.to_do
        assert shown.events
        assert any(event.expected for event in shown.events)
        assert shown.sources
        assert page_text(shown, explain=True)

    @invariant()
    def an_offered_date_is_never_lost(self):
        followup = self.case.followup
        if followup.received or followup.state == "closed":
            return
        held = [event.on for event in followup.events if type(event).__name__ == "AppointmentHeld"]
        ahead = {o.day for o in followup.offers if o.day > max(held, default=date.min)}
        dates = deadlines(followup, self.setting)
        assert {one.value for one in dates if one.rule == "appointment"} == ahead

    @invariant()
    def dates_are_explained_and_right(self):
        followup = self.case.followup
        known = load_law().references
        dates = deadlines(followup, self.setting)
        assert [one.day for one in dates] == sorted(one.day for one in dates)
        assert len({(one.rule, one.about) for one in dates}) == len(dates)
        for one in dates:
            assert one.computed
            assert set(one.references) <= set(known)
            if one.rule == "cassation":
                order = followup.latest(Order)
                received = next((d.value for d in dates if d.rule == "notification"), order.on)
                assert one.value >= next_working_day(received + timedelta(days=16))
                assert is_working_day(one.value)
                if order.limit_stated and self.setting.residence is Residence.METROPOLE:
                    assert one.value == next_working_day(received + timedelta(days=16))
            if one.rule == "execution_request":
                ends = [d.day for d in dates if d.rule == "execution"]
                ends = ends or [d.day for d in dates if d.rule == "appointment_limit"]
                assert one.value == ends[0] + timedelta(days=1) if ends else one.value
            if one.rule in {"defence_due", "observations", "offer_answer", "hearing"}:
                assert followup.pending
            if one.rule == "implicit_refusal":
                assert followup.received

    @invariant()
    def calendars_and_reminders_can_always_be_made(self):
        dates = deadlines(self.case.followup, self.setting)
        assert {reminder.days_left for reminder in due(dates, self.today)} <= {-1, 0, 1, 3, 7}

    def teardown(self):
        if not hasattr(self, "case"):
            return
        from datetime import UTC, datetime
        from uuid import UUID

        made = calendar(
            self.case.followup,
            deadlines(self.case.followup, self.setting),
            dossier=UUID(int=1),
            zone=self.setting.zone,
            made_at=datetime(2026, 11, 1, tzinfo=UTC),
        )
        assert made.startswith(b"BEGIN:VCALENDAR")


TestAfterFiling = AfterFiling.TestCase
TestAfterFiling.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


def test_every_state_can_be_reached_and_left():
    machine = load_machine()
    reached = {target for event in machine.events.values() for target in event.targets}
    assert reached | {"not_filed"} == set(machine.states)
    for state in machine.states.values():
        ways = [machine.events[kind] for kind in state.events]
        assert any(way.targets - {state.id} or way.to_before_closing for way in ways), state.id
