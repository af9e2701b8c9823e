"""Say: how things are said in each language: words, phrases never broken, dates, numerals, rich text."""
