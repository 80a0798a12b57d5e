def alike(text):
    """The same words, whatever their apostrophes and spaces."""
    return text.replace("'", "’").replace("\u00a0", " ")
