"""Pictures of screens with what they show: pages in Chromium, desktops and phones around them."""
