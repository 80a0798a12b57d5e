"""A real desktop for the pictures: X server, window manager, panel with its clock, browser.

Only the panel's clock is told another time (`faketime`); the address bar, the page, the window
and the panel are what a person would see. Nothing is drawn over the picture.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from playwright.sync_api import BrowserContext, Page, sync_playwright

NEEDED = ("chromium", "Xvfb", "openbox", "tint2", "faketime", "import", "localedef")


@dataclass(frozen=True)
class Look:
    """One computer: its screen, and the panel with the clock as that system shows it."""

    name: str
    width: int
    height: int
    panel_at: str  # "bottom" or "top"
    panel_height: int
    background: str
    ink: str
    time_line: str
    date_line: str = ""
    tasks: bool = True
    clock_first: bool = False
    font: str = "Liberation Sans 9"

    def panel(self) -> str:
        """The configuration of tint2."""
        items = ("C" if self.clock_first else "TC") if self.tasks else "FC"
        if self.clock_first:
            items = "FCF"
        second = f"time2_format = {self.date_line}\ntime2_font = {self.font}\n"
        return f"""
rounded = 0
border_width = 0
background_color = {self.background} 100
panel_items = {items}
panel_position = {self.panel_at} center horizontal
panel_size = 100% {self.panel_height}
panel_background_id = 1
taskbar_background_id = 0
task_text = 1
task_icon = 1
task_padding = 8 7 8
task_maximum_size = 240 {self.panel_height}
task_font = {self.font}
task_font_color = {self.ink} 100
font_shadow = 0
time1_format = {self.time_line}
time1_font = {self.font}
{second if self.date_line else ""}clock_font_color = {self.ink} 100
clock_padding = 10 0
"""


LOOKS = {
    look.name: look
    for look in (
        # The laptop at home: two lines at the bottom right.
        Look("portable", 1366, 768, "bottom", 40, "#1f2430", "#ffffff", "%H:%M", "%d/%m/%Y"),
        # The association's computer: a bar at the top, weekday and month in words, no year.
        Look(
            "association",
            1920,
            1080,
            "top",
            30,
            "#101010",
            "#f2f2f2",
            "%a %-d %b %H:%M",
            tasks=False,
            clock_first=True,
            font="Liberation Sans Bold 11",
        ),
        # The neighbour's computer: a light panel, long date.
        Look("voisine", 1600, 900, "bottom", 44, "#e9edf2", "#15202b", "%H:%M", "%a %d/%m/%Y"),
    )
}


class Desktop:
    """A desktop with one browser window; use it as a context manager.

    Args:
        look: which computer.
        port: where the practice site listens.
        display: number of the X display to open.
    """

    def __init__(self, look: Look, *, port: int, display: int = 77) -> None:
        self.look = look
        self._port = port
        self._display = f":{display}"
        self._stack = ExitStack()
        self._context: BrowserContext | None = None

    def __enter__(self) -> Self:
        missing = [name for name in NEEDED if shutil.which(name) is None]
        if missing:
            raise SystemExit(f"Il manque : {', '.join(missing)} (voir examples/README.md).")
        self._home = Path(self._stack.enter_context(tempfile.TemporaryDirectory()))
        self._env = self._french_environment()
        size = f"{self.look.width}x{self.look.height}x24"
        self._start("Xvfb", self._display, "-screen", "0", size, "-nolisten", "tcp")
        self._wait_for_display()
        self._start("openbox", "--config-file", str(self._window_rules()))
        (self._home / "panel").write_text(self.look.panel(), encoding="utf-8")
        self._context = self._stack.enter_context(self._browser())
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def page(self) -> Page:
        """The only tab."""
        assert self._context is not None
        return self._context.pages[0]

    def shoot(self, out: Path, *, at: datetime, panel: bool = True) -> None:
        """Take the picture of the whole screen, as the person would at that moment.

        Args:
            out: the PNG to write.
            at: what the panel's clock shows (local time, naive).
            panel: False for a full-screen session without any panel.
        """
        with self._clock(at) if panel else ExitStack():
            self._fill_screen(panel=panel)
            self.page.mouse.click(3, 300)  # out of the address bar, as after a click
            time.sleep(1.5)  # the panel and the window settle; nothing tells when they have
            command = ["import", "-window", "root", "-strip", f"png:{out}"]
            subprocess.run(command, check=True, env=self._env)

    def _french_environment(self) -> dict[str, str]:
        locale = self._home / "locale" / "fr_FR.UTF-8"
        locale.parent.mkdir()
        subprocess.run(["localedef", "-i", "fr_FR", "-f", "UTF-8", str(locale)], check=True)
        return os.environ | {
            "DISPLAY": self._display,
            "LOCPATH": str(locale.parent),
            "LANG": "fr_FR.UTF-8",
            "LC_ALL": "fr_FR.UTF-8",
            "LANGUAGE": "fr",
            "TZ": "Europe/Paris",
        }

    def _start(self, *command: str) -> subprocess.Popen[bytes]:
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(command, env=self._env, stdout=quiet, stderr=quiet)
        self._stack.callback(_stop, process)
        return process

    def _wait_for_display(self) -> None:
        socket = Path("/tmp/.X11-unix") / f"X{self._display[1:]}"
        for _ in range(100):
            if socket.exists():
                return
            time.sleep(0.05)
        raise SystemExit(f"L’écran {self._display} ne s’ouvre pas.")

    def _window_rules(self) -> Path:
        rules = self._home / "openbox.xml"
        rules.write_text(
            '<openbox_config xmlns="http://openbox.org/3.4/rc"><applications>'
            '<application class="*"><decor>no</decor><focus>yes</focus></application>'
            "</applications></openbox_config>",
            encoding="utf-8",
        )
        return rules

    @contextmanager
    def _browser(self) -> Iterator[BrowserContext]:
        with sync_playwright() as playwright:
            context = playwright.chromium.launch_persistent_context(
                str(self._home / "profile"),
                executable_path="/usr/bin/chromium",
                headless=False,
                chromium_sandbox=False,
                no_viewport=True,
                locale="fr-FR",
                env={**self._env},
                ignore_default_args=["--enable-automation"],
                args=[
                    "--lang=fr",
                    "--test-type",
                    "--no-first-run",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-features=Translate",
                    "--window-position=0,0",
                    f"--window-size={self.look.width},{self.look.height}",
                    f"--host-resolver-rules=MAP *.exercice.test 127.0.0.1:{self._port}",
                ],
            )
            yield context
            context.close()

    def _fill_screen(self, *, panel: bool) -> None:
        taken = self.look.panel_height if panel else 0
        session = self.page.context.new_cdp_session(self.page)
        window = session.send("Browser.getWindowForTarget")["windowId"]
        bounds = {
            "left": 0,
            "top": taken if self.look.panel_at == "top" else 0,
            "width": self.look.width,
            "height": self.look.height - taken,
        }
        session.send("Browser.setWindowBounds", {"windowId": window, "bounds": bounds})
        session.detach()

    @contextmanager
    def _clock(self, at: datetime) -> Iterator[None]:
        panel = subprocess.Popen(
            ["faketime", f"{at:%Y-%m-%d %H:%M:%S}", "tint2", "-c", str(self._home / "panel")],
            env=self._env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # faketime keeps the panel as a child: both must go
        )
        try:
            yield
        finally:
            os.killpg(panel.pid, signal.SIGTERM)
            panel.wait()


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
