"""The computer: what it must have, what it lacks, and how what is needed gets onto it; standard library alone, so that
it runs before anything is installed."""
