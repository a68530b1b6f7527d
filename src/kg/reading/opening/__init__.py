"""What opens a frame: a word, a name, two fillers side by side; and how firm that makes it."""
