"""What happened where and when, and who was there."""
