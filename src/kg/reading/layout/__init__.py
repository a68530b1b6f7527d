"""What stands around the text of a document: its lines, its day, its contacts and signatures, and who gives it out."""
