"""Trees to records: every value against its model, every record against the others."""
