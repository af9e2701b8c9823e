"""The campaign press: one folder of YAML in, a proved bilingual campaign out."""
