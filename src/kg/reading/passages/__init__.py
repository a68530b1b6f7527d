"""What everything else builds on: passages with the mentions in them, frames, and how mentions stand to each other."""
