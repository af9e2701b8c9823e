"""The lines of a file as typed and as meant: mistakes in signs, indentation and quotes are noted and mended here."""
