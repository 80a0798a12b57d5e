"""One module per command: `add` declares it, `run` does it.

The modules are imported only when their command is called, so that help and mistakes answer at
once. A new command is a new module and a line of `NAMES`.
"""

NAMES = (
    "new",
    "prepare",
    "read",
    "confirm",
    "assess",
    "plan",
    "draft",
    "act",
    "followup",
    "pieces",
    "bundle",
    "verify",
    "erase",
    "serve",
    "remind",
    "practice",
)
