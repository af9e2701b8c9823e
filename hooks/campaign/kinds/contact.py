"""Whom to ask."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from campaign.core.problems import Message
from campaign.kinds.fields import Id, Line, Phone, Record, Sample, Spelled, choice, ref
from campaign.kinds.kind import DataFile, Kind
from campaign.say.personal import value_of

SERVICES = ("report", "infringed", "apply")
"""What people come to get done, each by the name of its hand-written page: docs/<language>/learn/<name>.md."""


class Contact(Record):
    """An office or person to ask; the only place where a phone number stands.

    county: whom it is of; it stands with that county and its events alone, without one it stands everywhere;
    answers: the services that one rings it for: their pages begin with it.
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
    answers: tuple[choice(SERVICES), ...] = Field(  # type: ignore[valid-type]
        (), description="report 举报 / infringed 维权 / apply 申请：这几页开头放它的电话 · the pages that begin with it"
    )
    sample: Sample = False


class PublishedOnPurpose(Record):
    """A number, mailbox or id that looks like a person's and is given away all the same.

    number: as it is written anywhere, or in another way; why: whose it is, and why all may know it.
    """

    number: Spelled = Field(
        description="手机号、邮箱、微信号或 QQ 号 · a mobile number, a mailbox, a WeChat id, a QQ number"
    )
    why: Spelled = Field(description="是谁的，为什么可以公布 · whose it is, and why all may know it")


class ContactsFile(Record):
    """contacts.yml.

    published_on_purpose: only for whoever reads the file; no output says it.
    """

    contacts: tuple[Contact, ...] = Field(min_length=1)
    published_on_purpose: tuple[PublishedOnPurpose, ...] = Field(
        (), exclude=True, description="看着像个人的，单位有意公布的 · looks like a person's, published on purpose"
    )

    def answering(self, service: str) -> tuple[Contact, ...]:
        """Whom to ring for a service, in the file's order; everybody whom the whole campaign names where nobody is
        named for it. A county's own are left out: the page is read in every county."""
        everywhere = tuple(one for one in self.contacts if one.county is None)
        return tuple(one for one in everywhere if service in one.answers) or everywhere

    @property
    def hotline(self) -> Contact | None:
        """The number that standing sheets give: the first that one rings to report, else that answers at all."""
        everywhere = [one for one in self.contacts if one.county is None]
        found = (one for service in SERVICES for one in everywhere if service in one.answers)
        return next(found, None)

    @property
    def published(self) -> frozenset[str]:
        """What is given away on purpose, however it is written."""
        return frozenset(value_of(one.number) for one in self.published_on_purpose)


FILES = (DataFile(name="contacts", place=9, model=ContactsFile, required=True),)
KINDS = (
    Kind(name="contact", place=95, model=Contact, file="contacts", key="contacts", called=Message("联系人", "contact")),
)
