"""What goes inside packages and runs without Plaise."""
