"""Who may come in, and what a page may do: strict by default, loosened where it is said."""
