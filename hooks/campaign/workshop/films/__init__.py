"""Films: scenes one after the other as one MP4 that any player takes, and the proof that it is what it should be."""
