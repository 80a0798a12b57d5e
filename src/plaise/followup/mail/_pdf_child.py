"""Child process: the text of a PDF from standard input to standard output, with limits."""

from __future__ import annotations

import json
import sys

_MAX_PAGES = 60
_MAX_CHARACTERS = 400_000
_MEMORY = 1_500_000_000
_SECONDS = 20


def main() -> None:
    """Read the PDF, write `{"pages": …, "text": …}`."""
    try:
        import resource  # noqa: PLC0415 (only where the system has it)

        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):
        pass
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 (no types; after the limits)

    document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    texts: list[str] = []
    for number in range(min(len(document), _MAX_PAGES)):
        page = document[number]
        text_page = page.get_textpage()
        texts.append(text_page.get_text_bounded())
        text_page.close()
        page.close()
    answer = {"pages": len(document), "text": "\n\n".join(texts)[:_MAX_CHARACTERS]}
    document.close()
    sys.stdout.buffer.write(json.dumps(answer).encode())


if __name__ == "__main__":
    main()
