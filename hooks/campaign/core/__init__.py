"""Core: values and errors that every room knows; nothing but the standard library."""
