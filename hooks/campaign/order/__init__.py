"""The print order: which prints are for whom, how many, on what, as an order sheet and as packs to hand out.

Its parts are imported one by one: those that set and fill sheets are heavy.
"""
