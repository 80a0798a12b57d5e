"""Say what each run-time library really brings with it, read from its installed files.

    .venv/bin/python scripts/licences.py

Metadata name the licence of the wrapper, not of what was compiled into it. So the binaries are
searched for the marks of third parties whose licence matters here, and the libraries packed beside
them are listed. tests/test_licences.py compares the answer with docs/licences.md.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parent.parent

MARKS = {
    "AOM": rb"AOMedia Project AV1 Encoder",
    "dav1d": rb"dav1d-worker",
    "DejaVu": rb"DejaVu fonts team",
    "fribidi": rb"libfribidi\.so|fribidi_get_bidi_types",
    "GPL3": rb"released under the GPL3|GNU General Public License",
    "HarfBuzz": rb"hb_buffer_create",
    "libffi": rb"ffi_tramp_get_libffi",
    "libgomp": rb"GOMP_parallel",
    "libiconv": rb"_libiconv_version",
    "libimagequant": rb"liq_attr_create",
    "libxml2": rb"xmlParserVersion",
    "libxslt": rb"exsltLibxsltVersion",
    "libyaml": rb"libyaml",
    "Libertinus": rb"Libertinus Serif",
    "New Computer Modern": rb"NewComputerModern",
    "ONNX Runtime": rb"onnxruntime",
    "OpenSSL": rb"OPENSSL_",
    "PDFium": rb"FPDF_LoadDocument",
    "PaddlePaddle": rb"PaddlePaddle Graph",
    "Rust": rb"rustc version|/rustc/",
}
BINARY = re.compile(r"\.(so|pyd|dll|dylib)(\.|$)")


def runtime_names(lock: Path = ROOT / "uv.lock") -> dict[str, str]:
    """Name and version of every distribution that Plaise needs to run, from the lock."""
    packages = {package["name"]: package for package in tomllib.loads(lock.read_text())["package"]}
    found: dict[str, str] = {}
    waiting = [need["name"] for need in packages["plaise"]["dependencies"]]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = packages[name]["version"]
            waiting += [need["name"] for need in packages[name].get("dependencies", [])]
    return found


def brought_along(found: Distribution) -> set[str]:
    """Packed libraries (without their build's digest) and third parties seen in the binaries."""
    return set(_packed(found)) | set(_seen(found))


def _packed(found: Distribution) -> Iterator[str]:
    for file in found.files or ():
        if file.parts[0].endswith(".libs"):
            yield re.split(r"-[0-9a-f]{8}|\.so|\.dylib", file.name)[0]


def _seen(found: Distribution) -> Iterator[str]:
    for file in found.files or ():
        if BINARY.search(file.name) and not file.parts[0].endswith(".libs"):
            content = Path(str(found.locate_file(file))).read_bytes()
            yield from (name for name, mark in MARKS.items() if re.search(mark, content))


def main() -> int:
    """Print one line for each run-time distribution."""
    for name, version in sorted(runtime_names().items()):
        try:
            found = distribution(name)
        except PackageNotFoundError:
            print(f"{name} {version}: not installed on this system")
            continue
        said = found.metadata["License-Expression"] or found.metadata["License"] or "?"
        print(
            f"{name} {version} [{said.splitlines()[0]}]: {', '.join(sorted(brought_along(found)))}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
