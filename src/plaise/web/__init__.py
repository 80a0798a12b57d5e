"""The app: pages, forms and intake of captures, over the encrypted store (see docs/web.md)."""
