"""The Django application of the encrypted store: tables and migrations, and nothing that thinks.

What works on these tables is `plaise.store.vault`.
"""
