"""What the dossier says of the person, and the files that prove it."""
