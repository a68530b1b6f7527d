"""What fills the slots of a frame: from its sentence, then from around it."""
