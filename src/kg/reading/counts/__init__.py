"""Numbers of things: of which, how many and where; sums of money."""
