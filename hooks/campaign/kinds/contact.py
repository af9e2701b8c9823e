"""Whom to ask."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from campaign.kinds.fields import Id, Line, Phone, Record, Sample


class Contact(Record):
    """An office or person to ask; the only place where a phone number stands."""

    kind: ClassVar[str] = "contact"
    id: Id
    name: Line
    role: Line
    office: Line | None = None
    phone: Phone
    hours: Line | None = None
    note: Line | None = None
    sample: Sample = False


class ContactsFile(Record):
    """contacts.yml."""

    contacts: tuple[Contact, ...] = Field(min_length=1)
