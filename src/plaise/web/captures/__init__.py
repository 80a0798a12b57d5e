"""My attempts: sending captures, following their reading, looking at what each one shows."""
