"""Somebody in front of the app in a real browser, with a mouse or finger, or a keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

from browsing import press

NEXT = "main .next :is(button, a.button:not(.quiet))"
_MOST_TABS = 300
_MOST_PAGES = 80
Task = Callable[["Walk"], None]


class Walk:
    """Finds fields by their names, never by their words: the same in every language."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.seen: list[str] = []

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def press(self, what: Locator) -> None:
        """A link or a button; the page that follows is there, whole, when this returns."""
        press(what)

    def go_on(self) -> None:
        """The main button of the page: there always is one."""
        self.press(self.page.locator(NEXT).last)

    def fill(self, answers: dict[str, object]) -> None:
        """Answer a form."""
        for name, value in answers.items():
            if value not in (None, "", []):
                self._answer(self.page.locator(f'main [name="{name}"]'), value)

    def _answer(self, fields: Locator, value: object) -> None:
        kind = fields.first.evaluate("e => e.type")
        if kind == "file":
            assert isinstance(value, (Path, list))
            fields.set_input_files(value)  # the system's own window is not ours to drive
        elif value == "on":
            self._tick(fields)
        elif kind in {"checkbox", "radio"}:
            for one in value if isinstance(value, list) else [value]:
                self._tick(fields.and_(self.page.locator(f'[value="{one}"]')))
        elif kind == "select-one":
            self._choose(fields, str(value))
        else:
            self._type(fields, str(value).replace("\r\n", "\n"))

    def _tick(self, box: Locator) -> None:
        box.check()

    def _choose(self, field: Locator, value: str) -> None:
        field.select_option(value)

    def _type(self, field: Locator, text: str) -> None:
        field.fill(text)

    def follow(self, tasks: dict[str, Task], *, until: str) -> None:
        """Do what each page asks, and press its main button wherever there is nothing to do.

        Args:
            tasks: by the end of the address; each is done once, on the first visit.
            until: the end of the address where this stops.
        """
        left = dict(tasks)
        for _ in range(_MOST_PAGES):
            self.seen.append(self.path)
            place = next((end for end in left if self.path.endswith(end)), None)
            if place is not None:
                left.pop(place)(self)
            elif self.path.endswith(until):
                assert not left, f"never shown: {list(left)}"
                return
            else:
                self.go_on()
        raise AssertionError(f"round in circles: {self.seen[-12:]}")


class KeyboardWalk(Walk):
    """No pointer at all: Tab, arrows, Space and Enter."""

    def press(self, what: Locator) -> None:
        self._reach(what)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def _tick(self, box: Locator) -> None:
        if box.is_checked():
            return
        if box.evaluate("e => e.type") == "checkbox":
            self._reach(box)
            self.page.keyboard.press("Space")
            return
        name = box.get_attribute("name")
        group = self.page.locator(f'main [name="{name}"]')
        checked = group.and_(self.page.locator(":checked"))
        start = checked if checked.count() else group.first
        self._reach(start)
        steps = box.evaluate(
            "(e, start) => [...document.getElementsByName(e.name)].indexOf(e)"
            " - [...document.getElementsByName(e.name)].indexOf(start)",
            start.element_handle(),
        )
        for _ in range(abs(steps)):
            self.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
        if not steps:
            self.page.keyboard.press("Space")
        assert box.is_checked()

    def _choose(self, field: Locator, value: str) -> None:
        self._reach(field)
        place = field.evaluate(
            "(e, value) => [...e.options].findIndex(one => one.value === value)", value
        )
        self.page.keyboard.press("Home")
        for _ in range(place):
            self.page.keyboard.press("ArrowDown")
        assert field.input_value() == value

    def _type(self, field: Locator, text: str) -> None:
        self._reach(field)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)

    def _reach(self, what: Locator) -> None:
        """Tab until it has the focus, as whoever has no mouse does."""
        target = what.element_handle()
        for _ in range(_MOST_TABS):
            if self.page.evaluate("e => e === document.activeElement", target):
                shown = self.page.evaluate("() => document.activeElement.matches(':focus-visible')")
                assert shown, "the focus is not shown"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"out of reach of the keyboard: {what}")
