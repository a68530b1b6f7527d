"""The longer story behind each code: what it means, why it matters, what to do."""

from __future__ import annotations

import re
import textwrap
from dataclasses import asdict, dataclass

from kg.errors import KgError

_CODE = re.compile(r"KG\d{3}\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Story:
    """What lies behind a code.

    Args:
        title: The fault in a few words.
        why: Why kg does not let it pass.
        do: What to look at, and what to type.
    """

    title: str
    why: str
    do: str

    def as_dict(self) -> dict[str, str]:
        """For JSON."""
        return asdict(self)

    def __str__(self) -> str:
        parts = (self.title, self.why, f"What to do: {self.do}")
        return "\n\n".join(textwrap.fill(part, 100, break_on_hyphens=False) for part in parts if part)


def is_code(text: str) -> bool:
    """Whether a text is KG and three digits."""
    return _CODE.match(text) is not None


def story(code: str) -> Story:
    """The story behind a code.

    Raises:
        KgError: KG998, for a code that there is not.
    """
    code = code.upper()
    if code in STORIES:
        return STORIES[code]
    near = [known for known in STORIES if known[:3] == code[:3]]
    raise KgError("KG998", "no such code", found=code, want=", ".join(near) or "KG and three digits")


STORIES: dict[str, Story] = {
    "KG100": Story(
        "No project here",
        "kg looks for ontology/ in the folder it is started in, and in those above it. All it knows "
        "of a domain stands there; without it there is nothing to read documents by.",
        "change into the project's folder, or name it: kg --project FOLDER …",
    ),
    "KG101": Story(
        "Turtle that does not parse",
        "A file below ontology/ or data/ is no Turtle. The line given is where the parser gave up; "
        "what is wrong often stands one line above: a missing full stop or semicolon, a quotation "
        "mark that nothing closes, a prefix that is not declared.",
        "mend the file at that line and run the command again. Nothing was changed in the meantime.",
    ),
    "KG102": Story(
        "Unknown term",
        "A shape, a reading hint or a lexicon entry uses a term of the project's own namespace that "
        "no file of the ontology defines. A rule about a term that does not exist never fires, and "
        "nobody would notice.",
        "mend the spelling; or define the term, with label, definition and home, in ontology/.",
    ),
    "KG103": Story(
        "No base, or more than one",
        "Every thing, claim and graph has an address below one base, and the project's ontology says which.",
        'write kg:base "https://…/" into the header of the root ontology, and nowhere else.',
    ),
    "KG104": Story(
        "Lexicon entry that says nothing",
        "An entry ties words to terms: by ontolex:evokes to the class or property it opens, by "
        "ontolex:denotes to the thing or class it stands for. One with neither, or a kg:sets with "
        "half of its two parts, does nothing.",
        "add what is missing, or remove the entry.",
    ),
    "KG105": Story(
        "Identity over a slot that the shape does not have",
        "kg:identity lists the properties that make two frames of a class the same. A property that "
        "the class's shape does not declare is never filled, so no two frames would ever be the same.",
        "add a property shape to the class, or mend the list.",
    ),
    "KG106": Story(
        "Blank node in the register",
        "What has no address cannot be cited, explained or merged.",
        "give the node an IRI below id/.",
    ),
    "KG107": Story(
        "Lexicon entry that fails its own example",
        "Each kg:matches of an entry must give a claim of what the entry evokes, each kg:matchesNot "
        "none. The examples are the entry's proof; a wrong match found later becomes a new "
        "kg:matchesNot.",
        "put the sentence into a file and look at it with kg read; then mend the entry, the shape's "
        "reading hints, or the example. kg lexicon test tries all entries.",
    ),
    "KG108": Story(
        "Lexicon entries without an example",
        "An entry that shows no sentence cannot be seen failing when somebody changes the rules of reading.",
        "add kg:matches, and kg:matchesNot for a sentence that looks alike and means something else.",
    ),
    "KG109": Story(
        "Weight that cannot be read",
        "What was learned from examples stands in ontology/reading/learned.txt, a line a trait: the trait, a tab and "
        "its weight, below a line with = that names the class. One line is none of these.",
        "let kg learn write the file again, or take back what was changed in it.",
    ),
    "KG110": Story(
        "Term without a label",
        "People read labels: in answers, on pages, in the help. Each class and property has one in each "
        "language in which the title of the project's root ontology is given, and not two, for then it is "
        "left to chance which one is shown.",
        "add or remove an rdfs:label. Other words for the same go into the lexicon.",
    ),
    "KG111": Story(
        "Term without a definition",
        "What a term means is what two people must agree on before they use it. Each has one "
        "skos:definition in each language of the project.",
        "write down in a sentence what the term means, in each language.",
    ),
    "KG112": Story(
        "Term without a home",
        "rdfs:isDefinedBy says which ontology a term belongs to; whoever meets the term alone finds the "
        "rest by it.",
        "add rdfs:isDefinedBy with the IRI of the ontology in whose file the term stands.",
    ),
    "KG113": Story(
        "Label that two terms share",
        "Two classes, or two properties, of one label cannot be told apart wherever only the label is shown.",
        "change one of the labels.",
    ),
    "KG114": Story(
        "Term defined in two files",
        "Two definitions drift apart, and nobody knows which one holds.",
        "keep one of them; the other file may use the term without defining it.",
    ),
    "KG115": Story(
        "Term that nothing uses",
        "No shape, lexicon entry, thing, query or other term names it, so it is never filled, asked or "
        "concluded. It may be new, or left over from a renaming.",
        "use it, or remove it.",
    ),
    "KG116": Story(
        "Word that its vocabulary does not have",
        "RDFS, OWL, SHACL, SKOS, XSD and OntoLex are closed lists of words. One that is not among them is "
        "a slip of the pen, and is passed over in silence by everything that reads the file.",
        "mend the spelling.",
    ),
    "KG117": Story(
        "Terms in a circle",
        "Classes above each other are one class, properties above each other one property; a chain made "
        "of what it concludes has no end. It is never meant.",
        "remove the axiom that does not belong there.",
    ),
    "KG118": Story(
        "Class that can have no member",
        "The axioms put the class below two that are disjoint, or the domain and range of a property ask "
        "the impossible. The first thing of this kind would be a contradiction in itself. kg supposes one "
        "member of each class, and one pair for each property, and lets the rules of OWL 2 RL run.",
        "look at the axioms under found, and remove the one that is not meant.",
    ),
    "KG119": Story(
        "Axiom outside OWL 2 RL",
        "The rules that draw conclusions cover the profile OWL 2 RL. What is outside is passed over "
        "without a word, and its conclusions are missing from all answers.",
        "say it within the profile; what rejects data belongs to ontology/shapes/ as a rule.",
    ),
    "KG120": Story(
        "Term of two kinds",
        "A class is no property, and a property that leads to things does not lead to texts. Tools choose "
        "one of the two, each its own.",
        "split the term in two, or mend its kind.",
    ),
    "KG121": Story(
        "Domain or range that would misclassify",
        "In OWL, domain and range reject nothing: they conclude. If a shape gives a property to things of "
        "another class, each of them is concluded to be in the domain as well, and is counted and listed "
        "there.",
        "widen the domain or range, or put the class below it. To reject, use a shape.",
    ),
    "KG122": Story(
        "Functional property on what sources dispute",
        "Where two sources give two values of a functional property, OWL concludes that the two values "
        "are one thing, and copies everything from each to the other.",
        "remove the axiom, and write sh:maxCount 1 into the shape: then two values are a contradiction, "
        "which is shown and decided.",
    ),
    "KG123": Story(
        "Key on what sources dispute",
        "owl:hasKey makes two things one as soon as they agree in the key, however the key was read. The "
        "decision leaves no trace, and cannot be taken back.",
        "remove the axiom; kg:identity on the class does the same with a reason, reversibly.",
    ),
    "KG124": Story(
        "Property that nothing yields, though something relies on it",
        "A query, a chain or the policy names the property, but no slot, no statement of the register and "
        "no axiom ever gives it a value. Mostly an owl:inverseOf, a chain or a slot went missing; what "
        "relies on it finds nothing.",
        "declare the inverse or the chain again, or stop relying on the property.",
    ),
    "KG125": Story(
        "Two names declared to be one thing",
        "owl:sameAs copies all that is known from one name to the other, whoever said it.",
        "skos:exactMatch for other people's IRIs; for things of one's own, keep one IRI.",
    ),
    "KG126": Story(
        "Import that no file answers",
        "An ontology below the project's base is imported, and no file in ontology/ has that IRI. Tools "
        "that follow imports stop there.",
        "mend the IRI, or bring the file back.",
    ),
    "KG127": Story(
        "Prefix that stands for two namespaces",
        "A prefix that means one namespace in most files and another one here is nearly always a slip, "
        "and turns every term of the file into one that nobody knows.",
        "mend the IRI of the prefix; for another namespace, take another prefix.",
    ),
    "KG128": Story(
        "Rule that nothing can keep",
        "The least value is above the greatest: whatever the data, it breaks the rule.",
        "mend one of the two numbers.",
    ),
    "KG129": Story(
        "Rule without a message",
        "Whoever breaks a rule has to be told what is wanted and where to look, in each language of the "
        "project.",
        "add sh:message.",
    ),
    "KG130": Story(
        "Identifier that two things share",
        "An identifier from outside (skos:exactMatch, dcterms:identifier, kg:webHost) is how a thing is "
        "found again. If two bear it, one of them is wrong, or the two are one.",
        "look the identifier up; mend the wrong one, or make the two things one.",
    ),
    "KG131": Story(
        "Two things of one identity",
        "kg:identity says in which slots two things of a class agree when they are the same. These two "
        "agree in all of them, and the register holds both.",
        "make them one, or mend the slot that is wrong in one of them.",
    ),
    "KG132": Story(
        "Thing that nothing describes",
        "Something below the project's base is named, but has no class anywhere: mostly a slip in its "
        "name. No query that asks for its class or name finds it.",
        "mend the name, or describe the thing in data/reference/.",
    ),
    "KG133": Story(
        "Date that the calendar does not have",
        "Periods are named by their days: 2024, 2024-06, 2024-06-25, or two of them joined by --, the "
        "earlier first.",
        "mend the date.",
    ),
    "KG134": Story(
        "Rule that is never tried",
        "A property shape is tried only on the things that a node shape has it for, and no node shape "
        "names this one.",
        "add it to sh:property of its class's shape, or remove it.",
    ),
    "KG135": Story(
        "Name that two things of one class bear",
        "A preferred name that is not one thing's alone leaves readers, and the resolving of names, to "
        "guess.",
        "make one of the names longer (the river, the land), and keep the short one as skos:altLabel.",
    ),
    "KG190": Story(
        "Shapes that cannot be run",
        "The shapes parse as Turtle but are no SHACL: a path that is none, a list that does not end.",
        "look at what is named under found, and mend the shape.",
    ),
    "KG191": Story(
        "The rest could not be checked",
        "Documents, facts and queries are checked by means of the schema. With errors in it, a later step "
        "may have nothing sound to work with; it then stops, and the errors that are told explain why.",
        "mend the errors, and check again.",
    ),
    "KG192": Story(
        "Nothing to learn with",
        "kg learn fits weights by scikit-learn, which reading itself does not need.",
        "install it: pip install 'kg[learn]', or uv sync --extra learn.",
    ),
    "KG201": Story(
        "File that cannot be read",
        "There is no such file, or it may not be read. Other documents go on.",
        "check the path and its permissions.",
    ),
    "KG202": Story(
        "Empty document",
        "The file holds no text: nothing, blanks, or markup alone. Other documents go on.",
        "fill it or remove it.",
    ),
    "KG203": Story(
        "Binary content in a text file",
        "The suffix says text, the bytes say otherwise. Reading them as text would invent words.",
        "give the file the suffix of what it is, or export it as text.",
    ),
    "KG204": Story(
        "Wrong encoding",
        "The bytes are no UTF-8, and no other encoding fits well enough to be trusted: names would be"
        " spoilt, and every quote with them.",
        "save the file as UTF-8.",
    ),
    "KG205": Story(
        "PDF without text",
        "The pages hold pictures of text. kg does not recognise letters in pictures.",
        "run the file through a program for text recognition (OCR), and hand over what comes out.",
    ),
    "KG206": Story(
        "File that cannot be opened",
        "The file is damaged, or locked with a password.",
        "open it with the program it comes from and save it again, without a password.",
    ),
    "KG207": Story(
        "Document too large",
        "There is more text than a press release can have; it would take long and memory that others need.",
        "cut it into its parts, one document each.",
    ),
    "KG208": Story(
        "Unsupported kind of file",
        "kg reads text, Markdown, HTML, PDF and Word's docx, by suffix.",
        "convert the file, or leave it out of the folder.",
    ),
    "KG209": Story(
        "Front matter that is no YAML mapping",
        "A Markdown file may begin with lines between two ---, which give title, publisher, date and "
        "language. These do not parse.",
        "mend the lines; texts with a colon need quotation marks.",
    ),
    "KG210": Story(
        "Claims from a document without a date",
        "Without a date, today and last year mean nothing, and no rule can prefer the later document.",
        "write date: into the front matter, where the day, month or year of publication is known.",
    ),
    "KG211": Story(
        "Text in a language that is not read",
        "Claims need more than names: how a language denies, hopes and plans. Where kg does not know that, it would "
        "take a denial for a fact; so of such a document it takes the day and the publisher, and of single "
        "paragraphs nothing.",
        "give a translation in its place; if the language was mistaken, write language: into the front matter; "
        "or add the language (README, Add …).",
    ),
    "KG301": Story(
        "Claim without its words",
        "Every claim quotes the words that say it, and at every build they are looked up again. A "
        "claim whose words do not stand in its document is refused: the document was changed, or "
        "somebody wrote the claim by hand.",
        "kg convert --write the document again; if the claim was written by hand, mend start, end and exact.",
    ),
    "KG302": Story(
        "File of a graph that is stale",
        "data/graphs holds, for reviewers, what each document says. This file differs from what the "
        "document gives today: the document, the ontology or the lexicon has changed. The dataset is "
        "not made from it.",
        "kg convert --write, and look at the difference before you commit it.",
    ),
    "KG303": Story(
        "File of a graph that is missing",
        "A document has no file in data/graphs, so nobody can review what was read in it.",
        "kg convert --write the document.",
    ),
    "KG304": Story(
        "File of a graph whose document is gone",
        "data/graphs holds a file for which there is no document any more.",
        "remove the file, or bring the document back.",
    ),
    "KG305": Story(
        "Claim of another document, or of one that is gone",
        "A file in data/graphs holds what one document says. Evidence in it that names another source can "
        "never be looked up.",
        "kg convert --write the document.",
    ),
    "KG310": Story(
        "Something to look at",
        "Resolving or deciding met something that only a person can judge: a name that several things"
        " bear, two things of the register that look like one.",
        "look at it; often a further name or an identifier in the register settles it.",
    ),
    "KG320": Story(
        "Override that says too little or too much",
        "An editor's judgement names what it judges, whether that is to be believed, why, by whom and since "
        "which day. One that does not is left out; the others hold.",
        "mend it in data/overrides, or remove it and write it anew: kg decide CLAIM --reason …",
    ),
    "KG321": Story(
        "Nothing there to be judged",
        "kg decide judges a claim that some source makes, or a triple that claims assert. This is neither.",
        "look the claim up with kg query contradictions, who-says or about; its IRI stands in the column claim.",
    ),
    "KG322": Story(
        "No judgement to be taken back",
        "kg decide --undo removes a judgement from data/overrides. Of this claim or triple there is none.",
        "list those that there are: kg query overrides.",
    ),
    "KG390": Story(
        "Document that kg stumbles over",
        "kg itself failed while reading this document. The others were read.",
        "report it with the document; until then the document is missing from the dataset.",
    ),
    "KG401": Story(
        "Closure too large",
        "Reasoning adds more than the limit: usually a transitive property, or a chain, that runs "
        "through a thing which everything is tied to.",
        "look at the rule named, and narrow the axiom.",
    ),
    "KG402": Story(
        "Facts that the ontology says cannot all hold",
        "Two classes are disjoint and one thing is in both, or the like. Where one side rests on a "
        "document alone and the other on the register, the document's facts go to quarantine; else "
        "all of them stay.",
        "kg explain the facts named under found. Usually a sentence was misread: add it as kg:matchesNot.",
    ),
    "KG410": Story(
        "Contradiction that nothing decides",
        "Sources differ, and no rule of the policy prefers one of them. Both values stay visible as open, "
        "and neither is a fact. This is knowledge, not a fault; kg tells it because somebody may know "
        "better.",
        "kg explain the thing shows both sides. A source with authority, or one source more, settles it.",
    ),
    "KG501": Story(
        "No dataset here",
        "Nothing has been built, or what was built cannot be opened.",
        "kg build",
    ),
    "KG502": Story(
        "Graphs that overlap",
        "A triple that stands in two graphs is counted twice by some stores. Documents share no "
        "triples by construction, so this is a fault in kg.",
        "report it.",
    ),
    "KG503": Story(
        "Two documents of one name",
        "A document's name is part of its address. The later one of two with the same name is called "
        "after its folder, too, or after its content.",
        "rename one of the files, so that its address stays the same when the other goes.",
    ),
    "KG504": Story(
        "Two documents of the same words",
        "A reprint says nothing new. Both are kept, but they count as one witness when sources disagree.",
        "nothing, if it is a reprint; else remove one of them.",
    ),
    "KG505": Story(
        "No reasoner, or validator, of this name",
        "There are two of each.",
        "--reasoner rules or owlrl; --validator rules or pyshacl",
    ),
    "KG506": Story(
        "Another build is going on",
        "Two builds at once would race for build/. kg waited for the other one, and gave up.",
        "end the other build, or wait for it.",
    ),
    "KG507": Story(
        "File that is no baseline",
        "A baseline is what kg check --write-baseline wrote: findings that are known, and that later "
        "checks leave out.",
        "write it anew, or mend the path.",
    ),
    "KG508": Story(
        "A graph other than the one remembered",
        "After a change, graphs that are made of the same as before are not packed again until their lines are "
        "asked for. These came out otherwise, which is a fault in kg.",
        "rm -r build/cache && kg build; and report it.",
    ),
    "KG531": Story(
        "Format that kg does not write",
        "Or a way of compressing that kg does not know, or files that have no folder to go to.",
        "kg export --help names the formats.",
    ),
    "KG532": Story(
        "Graph that is not in the dataset",
        "No graph has this IRI.",
        "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }",
    ),
    "KG541": Story(
        "Nothing of this name to compare",
        "kg diff takes a folder (a project, or its build/dataset), or else a revision that git knows. A name that "
        "is neither often stands for a branch that was not fetched: CI checks out a single commit, "
        "unless it is told to take the whole history.",
        "git fetch, or mend the name; on GitHub, fetch-depth: 0 for actions/checkout.",
    ),
    "KG542": Story(
        "Revision whose schema cannot be used",
        "A revision is built by today's kg, from the ontology that stood in it. This one has none, or one that "
        "does not parse or lacks what kg needs by now. Nothing is compared then: with an empty graph, "
        "all would seem new.",
        "compare with the later revision that is named, or mend the place named, if the revision is yours to mend.",
    ),
    "KG543": Story(
        "Git fails",
        "Revisions are read by the program git. It is not installed, the project lies in no repository, or git "
        "refuses it, for instance because the folder belongs to somebody else.",
        "look at what git says. Two folders that were built are compared without it.",
    ),
    "KG544": Story(
        "Patch that does not fit",
        "A patch holds the SHA-256 of the sorted N-Quads that it begins from, and of those that it leads to. "
        "These lines are others, so applying it would give a graph that never was.",
        "kg export --format nq the dataset that the patch was made from, whole and unchanged.",
    ),
    "KG551": Story(
        "Name that cannot become part of addresses",
        "The name of a new project stands in the address of each of its things, so it has to get by with what "
        "addresses and shells take as it is.",
        "kg new with a name of letters, digits and hyphens, for instance kg new old-apples",
    ),
    "KG552": Story(
        "Something is there already",
        "kg new writes into a folder that is new or empty, so that it can never overwrite anything of yours.",
        "choose another name, or empty the folder yourself.",
    ),
    "KG601": Story(
        "SPARQL that does not parse",
        "The query is no SPARQL 1.1; updates are not taken.",
        "look at, and just before, the place named.",
    ),
    "KG602": Story(
        "No saved query of this name",
        "Saved queries are the files in queries/.",
        "kg queries",
    ),
    "KG603": Story(
        "Name that several things bear",
        "A parameter or a subject may be given by name, if the name is one thing's alone.",
        "give the IRI of the one you mean, or its CURIE.",
    ),
    "KG604": Story(
        "Nothing of this name",
        "No thing, or no property, of the dataset bears this name, in any known language or spelling.",
        "mend the spelling, or give the IRI. If it should be known, add it to the register.",
    ),
    "KG605": Story(
        "Query that leaves the house",
        "SERVICE, and graphs that are not in the dataset, would make kg fetch what a stranger names.",
        "ask the other endpoint by itself.",
    ),
    "KG606": Story(
        "Header that cannot be read, or is wrong",
        "A saved query says in lines that begin with #+ what it asks, what it takes and what it "
        "gives. This one does not parse, or names parameters or columns that the query has not.",
        "mend the header.",
    ),
    "KG607": Story(
        "Value that does not fit",
        "A parameter that the query has not, one without a value, or a value of another kind than the"
        " header says.",
        "kg queries lists the parameters of each.",
    ),
    "KG608": Story(
        "Query that takes too long",
        "The server stops queries that take longer than it allows, or that come when too many are running; "
        "kg query does after --timeout.",
        "narrow the query, add LIMIT, or ask again in a while.",
    ),
    "KG609": Story(
        "Answer too large",
        "The server stopped the query, because its answer or the memory it took grew too large.",
        "ask for less: fewer rows, shallower nesting.",
    ),
    "KG610": Story(
        "Nothing is known of this",
        "Neither a fact nor a conclusion nor an expectation fits what was asked. That does not mean "
        "that it is false: no source in the dataset says so.",
        "kg explain the thing alone shows all that is known of it.",
    ),
    "KG611": Story(
        "Query file that cannot be read",
        "There is no such file, or it is no text.",
        "check the path.",
    ),
    "KG612": Story(
        "Header that leaves something unsaid",
        "From the header of a saved query come its help, its page and its address; what it does not say in "
        "German or in English is missing there.",
        "write each part as {en: …, de: …}, and give each column a type.",
    ),
    "KG613": Story(
        "Query that finds nothing",
        "A saved query that gives no row over the dataset has most likely rotted: a term was renamed, a name "
        "changed.",
        "mend the query; where no row is a proper answer, write may_be_empty: true into its header.",
    ),
    "KG614": Story(
        "Text that answers otherwise than with its defaults",
        "Other endpoints run the text of a saved query as it stands; its VALUES have to hold what the header "
        "gives as defaults.",
        "put each default into VALUES as the term that it stands for; UNDEF where there is none.",
    ),
    "KG615": Story(
        "Claim without evidence",
        "The column claim of a saved query holds IRIs of claims, divided by blanks, and every claim has its "
        "evidence in the graph.",
        "look at how the query finds its claims: kg:winner of a decision, kg:claim of an expectation.",
    ),
    "KG616": Story(
        "Answer other than the one accepted",
        "tests/expect holds the answer that somebody looked at and accepted. Now there is another.",
        "read the rows that differ; where they are right, kg queries test --accept.",
    ),
    "KG617": Story(
        "The library pandas is not installed",
        "An answer becomes a DataFrame only where pandas is; kg does not bring it along.",
        "install kg with its extra: kg[pandas].",
    ),
    "KG618": Story(
        "Query that names what there is not",
        "A term that the ontology does not define, or a thing that the register does not describe, never "
        "matches, and the query silently finds less.",
        "mend the spelling.",
    ),
    "KG619": Story(
        "Query in a form that is slow",
        "Some forms take a store minutes where another form of the same question takes no time: NOT "
        "EXISTS around several patterns, pairs that differ as one pattern with a filter, patterns behind "
        "an OPTIONAL. An OPTIONAL that a parameter filters, with !BOUND behind it, even gives wrong rows "
        "in one store.",
        "rewrite the part: MINUS with the VALUES repeated inside; a sub-select for each side of a pair; "
        "patterns first, then OPTIONAL. kg queries test tells whether the answer stays.",
    ),
    "KG630": Story(
        "Answer that cannot be drawn",
        "A picture is drawn where the header of a saved query says how (picture:), of some thousand rows at the "
        "most, and a map only where the outlines of countries are installed.",
        "ask for a table, narrow the query, or give its header a picture.",
    ),
    "KG631": Story(
        "Query that cannot be asked of a past day",
        "To be answered from what was known on a day, each pattern of a query is replaced by one that looks at "
        "days as well. GRAPH and FROM, blank nodes and lists in patterns, paths that repeat, DESCRIBE and SELECT * "
        "at the top cannot be replaced so.",
        "name the columns, give blank nodes names, write a repeated path step by step; or use kg:knownFrom.",
    ),
    "KG701": Story(
        "Store that cannot be reached",
        "Nothing answers at this address.",
        "start the store.",
    ),
    "KG702": Story(
        "Store that refuses",
        "The store answered with an error of its own.",
        "ask whoever keeps it.",
    ),
    "KG703": Story(
        "Store that asks who you are",
        "It wants a user and a password.",
        "KG_PASSWORD=… kg load URL --user NAME",
    ),
    "KG704": Story(
        "No way into the store",
        "None of the known layouts of addresses answers below this one.",
        "give the address of the repository, not that of its web page.",
    ),
    "KG705": Story(
        "Other triples in the store than were sent",
        "After loading, the store counts other triples than kg sent. Some stores drop what they do "
        "not like without a word.",
        "look at the store's log; load the graph named once more.",
    ),
    "KG706": Story(
        "Graph that is not in the dataset",
        "No graph has this IRI.",
        "kg build, or mend the IRI.",
    ),
    "KG707": Story(
        "Answer that the store cut off",
        "The store gave fewer rows than there are, and said so only in a header. Half an answer is none.",
        "ask for less, or raise the limits in the store's configuration (Virtuoso: ResultSetMaxRows).",
    ),
    "KG708": Story(
        "Store that keeps its graphs apart",
        "Saved queries ask over the union of all graphs. This store's default graph shows nothing of them.",
        "switch the union on in its configuration; Oxigraph, Virtuoso and RDF4J offer it by themselves.",
    ),
    "KG800": Story(
        "Rule of a shape broken",
        "See the shape's own message.",
        "kg explain the thing.",
    ),
    "KG801": Story(
        "Too few values",
        "A shape asks for a value that nobody gives. A frame without a slot it cannot do without goes"
        " to quarantine; a thing with a name stays.",
        "look at the sentence: was the slot's filler not recognised?",
    ),
    "KG802": Story(
        "Too many values",
        "There is one of this, and there are two that are believed.",
        "kg explain both values; often two things were taken for one.",
    ),
    "KG803": Story(
        "Value of the wrong class",
        "A value is not of the class that the shape asks for. It goes to quarantine.",
        "kg explain it; often a name was taken for another thing of the same name.",
    ),
    "KG804": Story(
        "Value of the wrong kind or datatype",
        "It goes to quarantine.",
        "mend the register or the reading.",
    ),
    "KG805": Story(
        "Value not among those allowed",
        "It goes to quarantine.",
        "mend it, or extend the shape's list.",
    ),
    "KG806": Story(
        "Text of the wrong form",
        "It goes to quarantine.",
        "mend it, or the pattern.",
    ),
    "KG807": Story(
        "Number or date out of range",
        "It goes to quarantine.",
        "look at the sentence.",
    ),
    "KG808": Story(
        "Two properties at odds",
        "The values of two properties do not fit together.",
        "kg explain both.",
    ),
    "KG809": Story(
        "Value that breaks another shape",
        "See that shape's finding.",
        "mend that one first.",
    ),
    "KG810": Story(
        "Property that the shape does not know",
        "The shape is closed.",
        "mend the property's name.",
    ),
    "KG811": Story(
        "Rule in SPARQL broken",
        "See the shape's own message.",
        "kg explain the thing.",
    ),
    "KG812": Story(
        "Shape that is not compiled",
        "Shapes are compiled to SPARQL. This one has something that is not (a constraint component of its own, "
        "a shape that refers back to itself, SPARQL that reads named graphs), so pyshacl judges it: the answer "
        "is as good, and takes longer.",
        "nothing, unless checks take too long.",
    ),
    "KG901": Story(
        "File that cannot be read as a proof",
        "kg verify reads proofs as kg explain writes them, in Turtle or JSON. This file is missing, too "
        "large, or neither.",
        "kg explain SUBJECT PREDICATE OBJECT --format ttl -o FILE, and verify that file.",
    ),
    "KG902": Story(
        "No proof in the file",
        "The file parses, but holds no kg:Proof. An expectation, an open contradiction or a name that kg "
        "made up has no proof.",
        "ask for something that is believed or follows.",
    ),
    "KG903": Story(
        "Keys with another meaning",
        "A proof in JSON is JSON-LD: its @context says what each key stands for. With another @context "
        "the file would say something else than it shows, so none but kg's own is taken, once, at the "
        "top.",
        "have the proof written anew by kg explain --format json.",
    ),
    "KG904": Story(
        "File to check against that does not parse",
        "A proof is held against the project's own files. One of them is no Turtle.",
        "kg check tells file and line.",
    ),
    "KG910": Story(
        "Step that is not whole, or by no rule",
        "Each step has one subject, predicate and object, and one rule: a name from tables 4 to 9 of OWL "
        "2 Profiles, or decided, registered, stated for a leaf.",
        "do not believe the proof. Somebody changed it, or it comes from another program.",
    ),
    "KG911": Story(
        "Step that is no instance of its rule",
        "Under want stand the rule's premises and conclusion; under found, what the step gives. There is "
        "no way to fill the rule's variables so that the two agree: a premise is missing, too many or "
        "wrong, or the conclusion is another.",
        "do not believe the proof from this step on. What it rests on may still hold.",
    ),
    "KG912": Story(
        "Proof that goes round in a circle",
        "Steps that rest on each other prove nothing.",
        "do not believe the proof.",
    ),
    "KG913": Story(
        "Proof that does not end in its conclusion",
        "A proof names its last step, no other step rests on that one, and every step of the file leads "
        "to a conclusion. Otherwise something is shown that was not proved, or proved and not shown.",
        "have the proof made anew.",
    ),
    "KG914": Story(
        "Axiom that the ontology does not have",
        "Each axiom of a step has to stand in ontology/*.ttl or in the engine's vocabulary. Blank nodes "
        "are seen together: a list or a restriction has to stand there whole.",
        "look whether the ontology changed since the proof was made; if not, do not believe it.",
    ),
    "KG915": Story(
        "Leaf without a decision that says so",
        "What does not follow was decided: by a decision on this very triple, that is not open, and that "
        "a claim won.",
        "have the proof made anew; kg explain shows what was decided.",
    ),
    "KG916": Story(
        "Claim that says something else",
        "A claim speaks of its document's own things; with the resolutions in the file it has to say what "
        "was decided. Its address is a hash of its words and of what it says, so a claim that was changed "
        "no longer bears its address.",
        "do not believe the leaf. kg convert on the document shows what it says.",
    ),
    "KG917": Story(
        "Claim that its source does not assert",
        "What a source only expects, holds possible or denies is no fact, and neither is anything about a "
        "thing that it does not assert to be there.",
        "do not believe the leaf.",
    ),
    "KG918": Story(
        "Words that do not stand in the document",
        "The quoted words are looked up at their place in the document, counted in code points from 0.",
        "do not believe the leaf. Look at the document at that place.",
    ),
    "KG919": Story(
        "Document that is not there",
        "The proof names a file and the SHA-256 of its bytes. No file of that name has these bytes: it "
        "was changed, or is another one.",
        "kg verify --documents FOLDER, if it lies elsewhere; else build and explain again.",
    ),
    "KG920": Story(
        "Claim that is not published",
        "What a document says is published in data/graphs, for reviewers. The claim does not stand there "
        "as the proof has it.",
        "kg check says whether data/graphs is stale; if not, do not believe the leaf.",
    ),
    "KG921": Story(
        "Entry that the register does not have",
        "A leaf that rests on the register has to stand in data/reference, with the address that is given "
        "for it.",
        "look whether the register changed since; if not, do not believe the leaf.",
    ),
    "KG922": Story(
        "Something that the dataset does not hold",
        "Where a dataset was built, the decisions, resolutions and expectations of a proof, and what it "
        "says of documents, are compared with it.",
        "kg build, and have the proof made anew; if it still differs, do not believe it.",
    ),
    "KG923": Story(
        "Place that cannot be checked in this format",
        "In PDF, HTML and Word files, places count in the text that was made from the file. The words "
        "stand in the file; where, only the program that read it can tell.",
        "nothing, unless you want to be sure of the place: then look at it with kg read.",
    ),
    "KG924": Story(
        "Words that are not those of the triple",
        "A proof tells its steps in words too. They have to be made of the names that the triple's terms have in the "
        "dataset; otherwise people would read something else than was proved.",
        "do not believe the words. The triple may still be proved.",
    ),
    "KG998": Story(
        "No such code",
        "Codes are KG and three digits.",
        "copy it from the message.",
    ),
    "KG999": Story(
        "Fault in kg",
        "Something happened that kg does not know about. It is not your fault.",
        "report it, with what KG_DEBUG=1 kg … prints.",
    ),
}
