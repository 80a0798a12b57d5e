"""The dossiers of a member: listed, made, taken in, taken out, erased; and their overview."""
