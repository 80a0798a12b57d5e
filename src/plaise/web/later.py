"""Views loaded at their first request: the first page waits for the few modules that it needs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from importlib import import_module

from django.http import HttpRequest, HttpResponseBase

from .security.access import Access, access_of


class Later:
    """A view known by its name; its marks are read from the view itself, loaded for that."""

    def __init__(self, module: str, name: str) -> None:
        self.__module__ = module
        self.__name__ = self.__qualname__ = name

    @cached_property
    def view(self) -> Callable[..., HttpResponseBase]:
        """The view.

        Raises:
            AttributeError: its module has none of that name.
        """
        found: Callable[..., HttpResponseBase] = getattr(
            import_module(self.__module__), self.__name__
        )
        return found

    def __call__(
        self, request: HttpRequest, *arguments: object, **named: object
    ) -> HttpResponseBase:
        """Answer, as the view does."""
        return self.view(request, *arguments, **named)

    @property
    def plaise_access(self) -> Access:
        """Who may see it."""
        return access_of(self.view)

    @property
    def plaise_quiet(self) -> bool:
        """Whether it leaves the session to lock."""
        return getattr(self.view, "plaise_quiet", False)

    @property
    def csrf_exempt(self) -> bool:
        """Whether Django asks for no token."""
        return getattr(self.view, "csrf_exempt", False)


_modules: list[str] = []


class Views:
    """The views of a module, for `urls.py`: `views = Views("plaise.web.captures.views")`."""

    def __init__(self, module: str) -> None:
        self._module = module
        _modules.append(module)

    def __getattr__(self, name: str) -> Later:
        """A view of the module, not loaded yet."""
        return Later(self._module, name)


def load_every_view() -> None:
    """Load them all, while nobody waits."""
    for module in _modules:
        import_module(module)
