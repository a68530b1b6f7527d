"""Who pays for, runs, joins or belongs to something."""
