"""Documents that go with a message: a press release in the format of public documents, an announcer's script."""
