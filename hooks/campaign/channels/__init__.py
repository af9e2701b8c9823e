"""Channels: a room for each kind of output, none knowing another."""
