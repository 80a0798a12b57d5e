"""Put pip in the environment that runs this, where Debian's Python has no ensurepip.

One wheel, named and hashed here, is taken from the package index that pip itself is set to use,
checked, and asked to install itself. Only the standard library is at hand.
"""

import base64
import configparser
import hashlib
import html
import json
import os
import re
import ssl
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from pathlib import Path

WHEEL = "pip-26.3-py3-none-any.whl"
SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
ACCEPT = "application/vnd.pypi.simple.v1+json, text/html;q=0.5"


def main() -> int:
    """Fetch, check and install; 0 when pip is there."""
    try:
        wheel = fetch(find_wheel(setting("index-url", "https://pypi.org/simple")))
    except (OSError, ValueError, LookupError) as problem:
        print(failure(problem), file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / WHEEL
        path.write_bytes(wheel)
        install = ["install", "--quiet", "--no-index", "--no-deps", str(path)]
        return subprocess.run([sys.executable, str(path / "pip"), *install], check=False).returncode


def setting(name: str, default: str) -> str:
    """What pip would read: its environment variable, else its configuration files."""
    if said := os.environ.get("PIP_" + name.upper().replace("-", "_")):
        return said
    home = Path.home()
    config = Path(os.environ.get("XDG_CONFIG_HOME", home / ".config"))
    places = [Path("/etc/pip.conf"), home / ".pip/pip.conf", config / "pip/pip.conf"]
    if chosen := os.environ.get("PIP_CONFIG_FILE"):
        places.append(Path(chosen))
    reader = configparser.RawConfigParser()
    reader.read(places, encoding="utf-8")
    return str(reader.get("global", name, fallback=default))


def find_wheel(index: str) -> str:
    """The address of the wheel in an index that answers in JSON (PEP 691) or HTML (PEP 503)."""
    page = index.rstrip("/") + "/pip/"
    text = fetch_page(page).decode()
    if text.lstrip().startswith("{"):
        addresses = [str(entry["url"]) for entry in json.loads(text)["files"]]
    else:
        addresses = [html.unescape(found) for found in re.findall(r'href="([^"]+)"', text)]
    for address in addresses:
        if address.split("#")[0].endswith("/" + WHEEL):
            return urllib.parse.urljoin(page, address)
    raise LookupError(f"{WHEEL} : absent de l’index")


def fetch(address: str) -> bytes:
    """The wheel's bytes.

    Raises:
        ValueError: they are not those that we named.
    """
    content = fetch_page(address)
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise ValueError(f"{WHEEL} : empreinte inattendue, fichier refusé")
    return content


def fetch_page(address: str) -> bytes:
    """What is at this address, with the user name and certificates that pip would use."""
    parts = urllib.parse.urlsplit(address)
    bare = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    request = urllib.request.Request(bare, headers={"Accept": ACCEPT})
    if parts.username:
        pair = urllib.parse.unquote(f"{parts.username}:{parts.password or ''}")
        request.add_header("Authorization", "Basic " + base64.b64encode(pair.encode()).decode())
    context = ssl.create_default_context(cafile=setting("cert", "") or None)
    with urllib.request.urlopen(request, timeout=60, context=context) as answer:
        content: bytes = answer.read()
    return content


def failure(problem: Exception) -> str:
    """What happened, what is safe, what to do."""
    return (
        f"Impossible de télécharger pip : {problem}\n"
        "Rien d’autre n’a été modifié.\n"
        "À faire : vérifiez la connexion à Internet et relancez la commande ; ou bien installez"
        " python3-venv (sous Debian ou Ubuntu : sudo apt install python3-venv) et relancez-la."
    )


if __name__ == "__main__":
    sys.exit(main())
