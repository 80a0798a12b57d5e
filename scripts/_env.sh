# Read by scripts/run and scripts/test: a Python environment in .venv, exactly what uv.lock says.
# With uv when it is there; else venv and pip, from the hashed files that scripts/lock exports.
# PLAISE_SANS_UV=1 does without uv.
set -eu
here=$PWD
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
python=$root/.venv/bin/python
unset PYTHONPATH PYTHONHOME VIRTUAL_ENV

say() {
  printf '%s\n' "$@" >&2
}

# set_up run|test
set_up() {
  if [ -z "${PLAISE_SANS_UV-}" ] && uv --version >/dev/null 2>&1; then
    set_up_with_uv "$1"
  else
    set_up_with_pip "$1"
  fi
}

set_up_with_uv() {
  rm -f .venv/plaise-*.done
  export UV_PROJECT_ENVIRONMENT="$root/.venv"
  compile=
  [ -x "$python" ] || compile=--compile-bytecode
  case $1 in
    run) uv sync --quiet --frozen --no-default-groups --inexact $compile ;;
    test) uv sync --quiet --locked --inexact $compile ;;
  esac
  [ -z "$compile" ] || compile_ours
}

# The first page must not wait for Python to compile us.
compile_ours() {
  "$python" -m compileall -q src
}

set_up_with_pip() {
  wanted=$(cat "requirements/$1.txt" pyproject.toml | cksum)
  if "$python" -c '' 2>/dev/null && [ "$(cat ".venv/plaise-$1.done" 2>/dev/null)" = "$wanted" ]; then
    return
  fi
  say "Mise en place dans .venv (une fois pour toutes ; une à deux minutes, selon la connexion)…"
  make_venv
  export PIP_USER=no PIP_ROOT_USER_ACTION=ignore PIP_DISABLE_PIP_VERSION_CHECK=1
  "$python" -m pip install --quiet --require-hashes -r "requirements/$1.txt"
  "$python" -m pip install --quiet --no-deps --no-build-isolation --editable .
  compile_ours
  printf '%s\n' "$wanted" >".venv/plaise-$1.done"
}

make_venv() {
  if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    find_python
    # Debian keeps ensurepip apart, in python3-venv: the venv module alone is enough for us.
    "$found" -m venv --clear --without-pip .venv
  fi
  if ! "$python" -m pip --version >/dev/null 2>&1; then
    "$python" -m ensurepip --default-pip >/dev/null 2>&1 || "$python" scripts/_pip.py
  fi
}

find_python() {
  for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$name" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      found=$name
      return
    fi
  done
  say "Plaise a besoin de Python 3.11 ou plus récent, et ne l’a pas trouvé sur cet ordinateur." \
    "Rien n’a été modifié." \
    "À faire : installez Python (sous Debian ou Ubuntu : sudo apt install python3), puis relancez la commande."
  exit 1
}
