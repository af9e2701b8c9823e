"""The campaign folder on disk: which files there are, and their bytes as lines of text."""
