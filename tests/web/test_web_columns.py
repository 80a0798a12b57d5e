"""What the app's own tables show in clear is what the decision on reminders says, and no more."""

from __future__ import annotations

from clear_columns import assert_each_has_its_reason, columns


def test_every_clear_column_of_the_app_is_listed_with_its_reason():
    assert_each_has_its_reason("web", "rappels-et-flux")


def test_addresses_calendars_and_secrets_are_sealed():
    assert columns("web", sealed=True) == {
        "Session.content",
        "CalendarFeed.content",
        "CalendarFeed.secret",
        "MailReminder.address",
    }
