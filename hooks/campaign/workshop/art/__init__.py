"""Art: the drawings of the campaign and the colours they are drawn in."""
