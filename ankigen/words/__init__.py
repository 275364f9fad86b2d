"""Words that are evidence, as data: a room for each kind of evidence.

Everything is matched without regard to case. A line is added to a list, never a rule to the code."""

from ankigen.words import advising, asking, naming, pointing, telling, unasked

__all__ = ["advising", "asking", "naming", "pointing", "telling", "unasked"]
