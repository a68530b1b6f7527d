"""Lists of whom something is told: in sentences, line by line, by place, by year, in pairs."""
