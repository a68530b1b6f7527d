"""What a text names, found before anything is concluded from it: names of the register and of no register, words,
numbers, days.
"""
