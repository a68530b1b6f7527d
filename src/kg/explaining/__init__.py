"""A triple → rules → facts → claims → the quoted words; as a tree, and as a proof that others can check."""

from kg.explaining.explainer import Explainer, explain
from kg.explaining.records import RULES, Explanation, Step, Words
from kg.explaining.trees import to_tree

__all__ = ["RULES", "Explainer", "Explanation", "Step", "Words", "explain", "to_tree"]
