"""What can go wrong while one thing is made: something an author must mend, or a proof that fails."""

from __future__ import annotations


class UnmakeableError(Exception):
    """What an author gave can't be made as it is; whoever knows where it was typed tells it as a problem."""


class ProofError(Exception):
    """A finished thing isn't what it must be: its name, and every fault that was found."""

    def __init__(self, name: str, faults: list[str]) -> None:
        self.name, self.faults = name, faults
        super().__init__(f"{name}: {'; '.join(faults)}")

    def __reduce__(self) -> tuple[type[ProofError], tuple[str, list[str]]]:
        return (ProofError, (self.name, self.faults))
