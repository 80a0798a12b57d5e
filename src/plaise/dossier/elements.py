"""Elements of a document that others wrote, by their names without namespace (« p », `w:p`)."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

_NAMESPACE = re.compile(r"^\{[^}]*\}")


def local(element: Element) -> str:
    """The name of an element without its namespace (« p » for `w:p`)."""
    return _NAMESPACE.sub("", element.tag)


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """An attribute by its name without namespace."""
    if element is not None:
        for key, value in element.attrib.items():
            if _NAMESPACE.sub("", key) == name:
                return value
    return default


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, then its child, and so on."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element
