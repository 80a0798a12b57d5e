"""Setting up where Python has no ensurepip: only the wheel that we named is ever run."""

import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import _pip
import pytest
from licences import ROOT

FORGED = b"PK not the wheel that we know"


@pytest.fixture(params=["json", "html"])
def index(request):
    """A package index on this machine whose copy of pip is not the real one."""
    address = f"../files/{_pip.WHEEL}"
    if request.param == "json":
        page = json.dumps({"files": [{"url": "../files/pip-0.1.tar.gz"}, {"url": address}]})
    else:
        page = f'<a href="../files/pip-0.1.tar.gz">a</a><a href="{address}#sha256=00">b</a>'

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            asked.append((self.path, self.headers.get("Authorization")))
            self.wfile.write(page.encode() if self.path == "/simple/pip/" else FORGED)

        def log_message(self, *_args):
            pass

    asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"127.0.0.1:{server.server_port}/simple", asked
    server.shutdown()
    thread.join()
    server.server_close()


def run_with(**settings):
    kept = {key: os.environ[key] for key in ("PATH", "SSL_CERT_FILE") if key in os.environ}
    return subprocess.run(
        [sys.executable, ROOT / "scripts" / "_pip.py"],
        env={**kept, "no_proxy": "127.0.0.1", **settings},
        check=False,
        capture_output=True,
        text=True,
    )


def test_a_wheel_that_is_not_the_one_we_named_is_refused(index, tmp_path):
    place, asked = index
    answer = run_with(PIP_INDEX_URL=f"http://{place}", HOME=str(tmp_path))
    assert answer.returncode == 1
    assert "empreinte inattendue" in answer.stderr
    assert "À faire" in answer.stderr
    assert [path for path, _ in asked] == ["/simple/pip/", f"/simple/files/{_pip.WHEEL}"]


def test_the_index_and_the_name_set_for_pip_are_used(index, tmp_path):
    place, asked = index
    settings = tmp_path / ".config" / "pip" / "pip.conf"
    settings.parent.mkdir(parents=True)
    address = f"http://ami:mot%20de%20passe@{place}"
    settings.write_text(f"[global]\nindex-url = {address}\n")
    assert run_with(HOME=str(tmp_path)).returncode == 1
    assert asked[0] == ("/simple/pip/", "Basic YW1pOm1vdCBkZSBwYXNzZQ==")


def test_without_the_internet_the_message_says_what_to_do(tmp_path):
    answer = run_with(PIP_INDEX_URL="http://127.0.0.1:9/simple", HOME=str(tmp_path))
    assert answer.returncode == 1
    assert "connexion à Internet" in answer.stderr
    assert "python3-venv" in answer.stderr
    assert "Traceback" not in answer.stderr
