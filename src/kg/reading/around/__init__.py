"""What a passage takes from around it: what was named and said before, and which mentions may fill a slot."""
