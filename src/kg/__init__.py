"""Press releases in, a knowledge graph out in which every answer leads back to a sentence."""
