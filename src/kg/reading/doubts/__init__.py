"""What is taken back, weakened or left out, for what else the text says."""
