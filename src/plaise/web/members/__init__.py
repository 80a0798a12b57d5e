"""Who opens a dossier: invited, given the dossier too, or shut out."""
