"""Whom to ask."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from campaign.core.problems import Message
from campaign.kinds.fields import Id, Line, Phone, Record, Sample, ref
from campaign.kinds.kind import DataFile, Kind


class Contact(Record):
    """An office or person to ask; the only place where a phone number stands.

    county: whom it is of; it stands with that county and its events alone, without one it stands everywhere.
    """

    kind: ClassVar[str] = "contact"
    id: Id
    name: Line
    role: Line
    office: Line | None = None
    phone: Phone
    hours: Line | None = None
    note: Line | None = None
    county: ref("county") | None = None  # type: ignore[valid-type]
    sample: Sample = False


class ContactsFile(Record):
    """contacts.yml."""

    contacts: tuple[Contact, ...] = Field(min_length=1)


FILES = (DataFile(name="contacts", place=9, model=ContactsFile, required=True),)
KINDS = (
    Kind(name="contact", place=95, model=Contact, file="contacts", key="contacts", called=Message("联系人", "contact")),
)
