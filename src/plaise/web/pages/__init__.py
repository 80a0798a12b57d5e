"""Pages that belong to no dossier: welcome, help, language, quick exit, installable page."""
