"""Parcels: what each who sends messages takes along: a ZIP by day with its list, and a calendar that reminds."""

from typing import TYPE_CHECKING

from campaign.core.deferred import exports

if TYPE_CHECKING:
    from campaign.channels.messages.parcels.packing import parcels

__all__ = ["parcels"]
__getattr__ = exports(__name__, {"parcels": "packing"})
