"""A passage of the core (an assessment, a plan, a guide) in the language of the page.

Each sentence that we have is said in that language with its values; one that we have not stays in
French, marked as such, and the page says that some do (`left_in_french`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext

from .passage_forms import DAY, Part, kind_of, month_number, plain, split_passage
from .spoken import day_words, in_french, nameless, plainly, worded

_IN_BRACKETS = re.compile(r"(.+) \(([^()]+)\)")
_CUT = re.compile(r", | et ")
_COMMAS = 3  # in one known item, at most
_ARTICLE = re.compile(r"\b([LR]\.) (?=\d)")  # never at the end of a line
_COLON = re.compile(r" : ")
_LIST = re.compile(r", (?=«)| et (?=[«\d])")
_QUOTED = re.compile(r"« (.+) »(?: \((image \d+)\))?")
_MARK = re.compile(r"(?P<said>.*?)(?P<mark> \[(?:A|B|M|INF)\](?: – à vérifier)?)?")


def passage(text: str) -> SafeString:
    """Some sentences of the core in the language of the page; in French, as `plainly` says them."""
    if _french():
        return format_html("{}", plainly(text))
    return mark_safe("".join(_told(split_passage(plain(text)))))  # noqa: S308 (each is escaped)


def same_or_told(text: str) -> SafeString:
    """The same, where French is shown exactly as the core typed it."""
    return format_html("{}", text) if _french() else passage(text)


def call(text: str) -> SafeString:
    """Whom to call, from « 3039 (09…) : what it is [A] ».

    The name and the address of a place are never translated.
    """
    from plaise.law import load_law  # noqa: PLC0415 (heavy: only where contacts are shown)

    given = plain(text)
    for one in () if _french() else load_law().contacts:
        whole = plain(one.in_words)
        found = _MARK.fullmatch(given)
        if found is None or found["said"] != whole:
            continue
        reach = [worded(part)[0] for part in (one.phone, one.site, one.place, one.hours) if part]
        where = format_html(" ({})", _and_so_on(map(_name, reach))) if reach else ""
        what = format_html("{}{}", worded(one.what)[0], _mark(found["mark"] or ""))
        return format_html('<bdi lang="fr">{}</bdi>{}: {}', one.name, where, what)
    return same_or_told(text)


def about_files(text: str) -> SafeString:
    """What is said of some files: « « a.png » et « b.png » : la date… »."""
    given = plain(text)
    for cut in _COLON.finditer(given) if left_in_french([given]) else ():
        if said := _known(given[cut.end() :]):
            names = [_file(one) for one in _LIST.split(given[: cut.start()])]
            return format_html("{}: {}", _and_so_on(names, last=True), said)
    return passage(text)


def left_in_french(texts: Iterable[str]) -> bool:
    """Whether one of these passages says something that we have in French only."""
    if _french():
        return False
    return any(_words(part) is None for text in texts for part in split_passage(plain(text)))


def _french() -> bool:
    return (get_language() or "fr").startswith("fr")


def _mark(mark: str) -> str:
    """« [A] – à vérifier »."""
    head, _, old = mark.partition(" – ")
    return f"{head} – {gettext('à vérifier')}" if old else head


def _told(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        yield _sentence(part)
        yield {" ; ": _between(), " : ": ": "}.get(part.then, part.then)


def _between() -> str:
    """What stands between two parts of a sentence."""
    return gettext("%(one)s ; %(next)s") % {"one": "", "next": ""}


def _words(part: Part) -> str | None:
    """The words of a sentence in this language, with its holes; None when we have them not."""
    if part.form is None:
        return None
    if part.form.plural:
        said = ngettext(part.form.text, part.form.plural, int(part.values["number"]))
        return None if said in {part.form.text, part.form.plural} else said
    said, known = worded(part.form.text)
    return nameless(said) if known or " " not in part.form.text else None


def _sentence(part: Part) -> SafeString:
    said = _words(part)
    if said is None:
        return in_french(part.raw)
    said = _ARTICLE.sub("\\1\u00a0", said)
    if not part.values:
        return format_html("{}", said)
    told = {name: _value(kind_of(name), value) for name, value in part.values.items()}
    return mark_safe(str(format_html("{}", said)) % told)  # noqa: S308 (both are escaped)


def _value(kind: str, value: str) -> SafeString:
    if kind == "number":
        return format_html("{}", value)
    if kind == "list":
        files = _LIST.split(value) if value.startswith("« ") else None
        said = map(_file, files) if files else map(_item, _items(value))
        return _and_so_on(said, last=True)
    if kind == "weight" and value.endswith(" Mo"):
        size = number_format(float(value.removesuffix(" Mo").replace(",", ".")), 1)
        return format_html("{}", gettext("%(size)s Mo") % {"size": size})
    if kind == "said":
        return _known(value) or in_french(value)
    if kind == "series":
        return format_html_join(_between(), "{}", ((_item(one),) for one in value.split(" ; ")))
    return _item(value)


def _item(value: str) -> SafeString:
    """A day, words that we have, or a name as it is."""
    if found := DAY.fullmatch(value):
        return format_html("{}", _day(found))
    if said := _known(value):
        return said
    if found := _IN_BRACKETS.fullmatch(value):
        return format_html("{} ({})", _item(found[1]), _item(found[2]))
    return _name(value)


def _file(value: str) -> SafeString:
    """« a.png » (image 2), or « 3 autres »."""
    found = _QUOTED.fullmatch(value)
    if found is None:
        return _item(value)
    part = _known(found[2]) if found[2] else None
    return format_html("{} ({})", _name(found[1]), part) if part else _name(found[1])


def _name(value: str) -> SafeString:
    return format_html("<bdi>{}</bdi>", value)


def _day(found: re.Match[str]) -> str:
    number = int(found["day"].removesuffix("er"))
    return day_words(date(int(found["year"]), month_number(found["month"]), number), weekday=False)


def _known(value: str) -> SafeString | None:
    """Words that we have, whether they begin a sentence there or here."""
    for words in (value, value[:1].upper() + value[1:]):
        parts = split_passage(words)
        if not parts or any(part.form is None for part in parts):
            continue
        said = mark_safe("".join(_told(parts)))  # noqa: S308 (each is escaped)
        return said if words == value else mark_safe(said[:1].lower() + said[1:])  # noqa: S308
    return None


def _items(value: str) -> list[str]:
    """« a, b et c » as three, an item that is known whole even with a comma in it."""
    items = []
    while value:
        cuts = [found.span() for found in islice(_CUT.finditer(value), _COMMAS)]
        ends = cuts if len(cuts) == _COMMAS else [*cuts, (len(value), len(value))]
        known = (cut for cut in reversed(ends) if _known(value[: cut[0]]))
        start, end = next(known, ends[0])
        items.append(value[:start])
        value = value[end:]
    return items


def _and_so_on(said: Iterable[SafeString], *, last: bool = False) -> SafeString:
    """« a, b et c », or « a, b, c »."""
    whole = SafeString("")
    items = list(said)
    for place, one in enumerate(items):
        if not place:
            whole = one
        elif last and place == len(items) - 1:
            whole = _joined(gettext("%(most)s et %(last)s"), most=whole, last=one)
        else:
            whole = _joined(gettext("%(some)s, %(next)s"), some=whole, next=one)
    return whole


def _joined(words: str, **parts: SafeString) -> SafeString:
    return mark_safe(str(format_html("{}", words)) % parts)  # noqa: S308 (both are escaped)
