"""Accounts: created, unlocked, locked, recovered; a passphrase and nothing else."""
