"""After filing: where one is, what to record, dates, mail, acts, the end."""
