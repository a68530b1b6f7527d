"""Who has which office where, told otherwise than by a word for the office beside a name."""
