"""A second reader, for what no word of the lexicon tells: by weights that were learned from examples."""
