"""Faults put into a copy of the shipped project, one at a time, each with the finding that must tell of it."""
