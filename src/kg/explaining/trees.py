"""An explanation as a tree for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.explaining.records import Explanation, Step, Words, rule_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.tree import Tree

    from kg.explaining.clashes import ClashExplanation


def to_tree(explanation: Explanation) -> Tree:
    """The explanation as a tree for the terminal."""
    from rich.tree import Tree

    tree = Tree(f"[bold]{_escaped(explanation.name)}[/]  [dim]{_escaped(explanation.subject)}[/]")
    for step in explanation.steps:
        _hang(tree, step)
    if explanation.expected:
        branch = tree.add("[bold]expected or possible, not believed[/]")
        for words in explanation.expected:
            _hang_words(branch, words)
    return tree


def to_clash_tree(clashes: Sequence[ClashExplanation]) -> Tree:
    """Clashes as a tree for the terminal."""
    from rich.tree import Tree

    tree = Tree(f"[bold]{len(clashes)} sets of facts that the ontology says cannot all hold[/]")
    for clash in clashes:
        branch = tree.add(f"[bold]{_escaped('; '.join(clash.held))}[/]")
        branch.add(_escaped(f"cannot all hold: {rule_in_words(clash.rule) or clash.rule} ({clash.rule})"))
        for axiom in clash.axioms:
            branch.add(_escaped(f"axiom: {axiom}"))
        for fact in clash.facts:
            _hang(branch, fact)
    return tree


def as_text(tree: Tree) -> str:
    """A tree without colours, no line broken: an address over two lines can be neither followed nor found."""
    from io import StringIO

    from rich.console import Console

    out = StringIO()
    Console(file=out, width=10_000, no_color=True, highlight=False).print(tree)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def _hang(tree: Tree, step: Step) -> None:
    branch = tree.add(f"[bold]{_escaped(step.text)}[/]")
    if step.origin == "inferred":
        branch.add(
            _escaped(f"follows: {step.reason} ({step.rule})" if step.reason else f"follows {step.rule}")
        )
    elif step.origin == "ontology":
        branch.add("the ontology says so")
    elif step.status == "open":
        branch.add(_escaped(f"open: {step.reason}"))
    elif step.rule:
        branch.add(_escaped(f"decided: {_spaced(step.rule)}. {step.reason}"))
    for axiom in step.axioms:
        branch.add(_escaped(f"axiom: {axiom}"))
    for words in step.winners:
        _hang_words(branch, words)
    for words in step.losers:
        _hang_words(branch.add(_escaped(f"against it: {words.value}")), words)
    for premise in step.premises:
        _hang(branch, premise)


def _hang_words(tree: Tree, words: Words) -> None:
    who = ", ".join(part for part in (words.publisher, words.issued) if part)
    firmness = "" if words.factuality in ("asserted", "") else f" [{words.factuality}: {words.value}]"
    if not words.said:
        tree.add(_escaped(f"{words.title}{firmness}: {words.address}"))
        return
    branch = tree.add(_escaped(f"{words.title}{f' ({who})' if who else ''}{firmness}"))
    branch.add(_escaped(f"“{words.said}”" if words.verbatim else f"paraphrase: {words.said}"))
    for part in (f"spoken by {words.speaker}" if words.speaker else "", words.address):
        if part:
            branch.add(_escaped(part))


def _spaced(rule: str) -> str:
    return "".join(f" {c.lower()}" if c.isupper() else c for c in rule).strip()


def _escaped(text: str) -> str:
    from rich.markup import escape

    return escape(text)
