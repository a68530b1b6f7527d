"""Files of every format → clean blocks with offsets that lead back."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg import documents
from kg.documents import Block, Document, metadata
from kg.errors import DocumentError

DATA = Path(__file__).parent / "data" / "documents"
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the seed documents are not beside this repository"
)


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def kinds(document: Document, kind: str) -> list[str]:
    return [block.text for block in document.blocks if block.kind == kind]


def code(path: Path, **arguments: int) -> str:
    with pytest.raises(DocumentError) as caught:
        documents.read(path, **arguments)
    fault = caught.value
    assert fault.what
    assert fault.at
    assert fault.found
    assert fault.want
    assert fault.do
    return fault.code


def assert_offsets_lead_back(document: Document) -> None:
    for block in document.blocks:
        places = list(block.offsets)
        assert len(places) == len(block.text) + 1
        assert places == sorted(places)
        assert min(places) >= 0
        assert max(places) <= len(document.text)
        for character, place in zip(block.text, places, strict=False):
            original = document.text[place]
            assert character in (original, " ") or original == "&"


# The seeds


@needs_seeds
@pytest.mark.parametrize(
    ("seed", "date", "source"),
    [
        ("000", "2025-05-07", "letterhead"),
        ("001", None, None),
        ("002", "2022-04-28", "letterhead"),
        ("003", "2025-12-16", "letterhead"),
        ("004", "2025-07-21", "letterhead"),
    ],
)
def test_seed_gives_the_date_of_its_letterhead_and_no_other(
    seed: str, date: str | None, source: str | None
) -> None:
    document = read_seed(seed)

    assert document.metadata.date == date
    assert document.metadata.date_from == source
    assert document.metadata.language == "de"


def read_seed(number: str) -> Document:
    return documents.read(next(SEEDS.glob(f"{number}_*.txt")))


@needs_seeds
@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"])
def test_seed_offsets_lead_back_to_the_file(seed: str) -> None:
    document = read_seed(seed)

    assert document.text == document.path.read_bytes().decode()
    assert_offsets_lead_back(document)


@needs_seeds
@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"])
def test_seed_keeps_telephone_and_mail_out_of_running_text(seed: str) -> None:
    document = read_seed(seed)

    running = "\n".join(b.text for b in document.blocks if b.kind in ("paragraph", "heading", "item"))
    assert "@" not in running
    assert "Telefon" not in running
    assert "564 806" not in running


@needs_seeds
@pytest.mark.parametrize(
    ("seed", "before", "after"),
    [
        ("000", "finanziellen und strukturellen", "Herausforderungen. Die ehrgeizigen"),
        ("000", "Vor allem möchte", "es einen Strukturwandel"),
        ("001", "zur Würdigung dieser", "Auszeichnung wird am"),
        ("002", "Städte, die einen", "Climate City Contract unterzeichnen"),
    ],
)
def test_sentence_cut_by_a_letterhead_or_a_page_is_one_paragraph(seed: str, before: str, after: str) -> None:
    document = read_seed(seed)

    whole = [text for text in kinds(document, "paragraph") if f"{before} {after}" in text]
    assert len(whole) == 1


@needs_seeds
def test_wrapped_seed_has_its_headings_apart_and_its_compounds_whole() -> None:
    document = read_seed("001")

    headings = kinds(document, "heading")
    assert len(headings) == 3
    assert headings[1].endswith("Klimaschutz")
    assert any("Smart-City-Lösungen" in text for text in kinds(document, "paragraph"))
    assert any("Energie- und" in text for text in kinds(document, "paragraph"))


@needs_seeds
def test_seed_letterhead_names_sender_and_host() -> None:
    metadata = read_seed("002").metadata

    assert "Stadt Dortmund" in metadata.letterhead_lines
    assert "dortmund.de" in metadata.hosts
    assert metadata.title is not None
    assert metadata.title.endswith("voranbringen")


# Layout


def test_hard_wrapped_lines_become_one_paragraph_and_divided_words_one_word() -> None:
    text = (
        "The harbour council has today opened the new heat net-\n"
        "work, which was built by well-known firms of the regi-\n"
        "on and of the towns around it, and paid for by all of\n"
        "them together.\n"
    )

    document = documents.from_text(text)

    assert len(document.blocks) == 1
    assert "heat network, which" in document.blocks[0].text
    assert "regi-on" not in document.blocks[0].text
    assert "region and" in document.blocks[0].text
    assert_offsets_lead_back(document)


def test_hyphen_that_belongs_to_a_compound_stays() -> None:
    text = (
        "Der Rat hat die Wärme-\nund Kälteplanung sowie das Smart-\n"
        "City-Büro und den EU-\nweiten Plan der Städte beschlossen."
    )

    document = documents.from_text(text)

    assert "Wärme- und Kälteplanung" in document.blocks[0].text
    assert "Smart-City-Büro" in document.blocks[0].text
    assert "EU-weiten" in document.blocks[0].text


def test_address_column_inside_a_sentence_is_a_block_of_its_own() -> None:
    text = (
        "# Nordhafen wählt\n\nDer Rat tagte am Montag lange und gründlich. Er hat dann am späten "
        "Abend endlich die neue\n\n"
        "**Postanschrift**  \nStadt Nordhafen  \nAm Kai 3  \n12345 Nordhafen\n\n"
        "Brücke beschlossen, die bis 2030 gebaut werden soll und alle Ufer verbindet.\n"
    )

    document = documents.from_text(text)

    assert any("endlich die neue Brücke beschlossen" in text for text in kinds(document, "paragraph"))
    assert kinds(document, "letterhead") == ["Postanschrift Stadt Nordhafen Am Kai 3 12345 Nordhafen"]
    assert_offsets_lead_back(document)


def test_span_across_a_letterhead_reaches_from_the_first_part_to_the_last() -> None:
    text = "Wir bauen bald. Wir haben in der Stadt die\n\nSeite 1 von 2\n\f\nBrücke gebaut.\n"

    document = documents.from_text(text)
    block = next(block for block in document.blocks if block.kind == "paragraph")
    start = block.text.index("die Brücke")
    found = document.text[slice(*block.span(start, start + len("die Brücke")))]

    assert found.startswith("die\n")
    assert found.endswith("Brücke")


def test_span_outside_the_block_is_refused() -> None:
    block = documents.from_text("Kurz.").blocks[0]

    with pytest.raises(IndexError):
        block.span(3, 99)


def test_repeated_page_header_and_footer_are_letterhead() -> None:
    page = (
        "City of Northhaven\n\nThe council met on page {0}. It spoke for a long while about heat.\n\n"
        "Newsletter {0}\n"
    )
    text = "\f".join(page.format(number) for number in (1, 2, 3))

    document = documents.from_text(text)

    assert kinds(document, "letterhead").count("City of Northhaven") == 3
    assert len(kinds(document, "paragraph")) == 3


def test_markdown_is_stripped_but_names_and_gendered_words_keep_their_signs() -> None:
    text = (
        "Das **Projekt** _A_ heißt U_CAN und lädt Bürger*innen in die [Halle](http://x.example/a_(b)) ein, "
        "CO<sub>2</sub> &amp; mehr."
    )

    document = documents.from_text(text)

    assert (
        document.blocks[0].text
        == "Das Projekt A heißt U_CAN und lädt Bürger*innen in die Halle ein, CO2 & mehr."
    )
    assert_offsets_lead_back(document)


def test_list_is_its_introduction_and_its_items() -> None:
    text = (
        "Die folgenden Städte nehmen an dem Programm teil:\n- Nordhafen, das als erste\n  Stadt beitrat\n"
        "- Südbucht\n\n1. Antrag\n2. Auswahl\n"
    )

    document = documents.from_text(text)

    assert [block.kind for block in document.blocks] == ["paragraph", "item", "item", "item", "item"]
    assert kinds(document, "item") == [
        "Nordhafen, das als erste Stadt beitrat",
        "Südbucht",
        "Antrag",
        "Auswahl",
    ]


def test_list_without_bullets_below_a_colon_is_items() -> None:
    document = documents.from_text(
        "Ausgezeichnet wurden die Städte:\nNordhafen\nSüdbucht\nPort-la-Mer\n\nDie Feier war im Mai."
    )

    assert kinds(document, "item") == ["Nordhafen", "Südbucht", "Port-la-Mer"]


def test_line_that_begins_with_a_day_is_no_item() -> None:
    text = (
        "Der Rat trifft sich zum nächsten Mal am\n7. Mai 2025 in der großen alten Halle am\n"
        "Hafen, um über den Plan zu sprechen und\nüber ihn zu stimmen."
    )

    document = documents.from_text(text)

    assert [block.kind for block in document.blocks] == ["paragraph"]


def test_speech_with_a_dash_is_a_paragraph() -> None:
    document = documents.from_text(
        "Norrhamn har fått ett pris.\n\n– Vi är glada, säger Eva Berg.\n\nPriset delas ut i maj."
    )

    assert "– Vi är glada, säger Eva Berg." in kinds(document, "paragraph")


@pytest.mark.parametrize(
    "line",
    [
        "Zum Inhalt springen",
        "Startseite > Rathaus > Presse",
        "Share this page",
        "Facebook | Twitter | LinkedIn",
        "Wir verwenden Cookies, um diese Seite zu verbessern.",
        "Nous utilisons des cookies pour améliorer ce site.",
        "Anzeige",
        "Aller au contenu principal",
        "Vous êtes ici : Accueil > Presse",
    ],
)
def test_web_clutter_is_clutter(line: str) -> None:
    document = documents.from_text(
        f"{line}\n\nThe council has opened the bridge. It took ten years to build the thing."
    )

    assert kinds(document, "clutter") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Tel. 0341 1234567",
        "Téléphone : 01 23 45 67 89",
        "Teléfono: +34 600 000 000",
        "E-post: eva.berg@norrhamn.example",
        "Presskontakt",
        "Press contact: Jane Doe",
        "Ihre Ansprechpartnerin",
        "Durchwahl",
        "+49 351 1234567",
    ],
)
def test_contact_line_is_contact(line: str) -> None:
    document = documents.from_text(
        f"The council has opened the bridge. It took ten years to build.\n\n{line}\n"
    )

    assert kinds(document, "contact") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Hausanschrift:",
        "Am Alten Markt 21–23, 12345 Nordhafen",
        "Hauptstraße 5a",
        "12 Harbour Street",
        "Rue de la Loi 200",
        "Calle Mayor 7, 28013 Madrid",
        "Storgatan 14",
        "Seite 1 von 2",
        "- 3 -",
        "Pressemitteilung Nr. 12/2024",
        "NEWS RELEASE",
        "Communiqué de presse",
        "USt-IdNr. DE123456789",
        "Öffnungszeiten: Mo–Fr 9–16 Uhr",
        "Zu erreichen mit den Linien 3 und 7",
    ],
)
def test_letterhead_line_is_letterhead(line: str) -> None:
    document = documents.from_text(
        f"{line}\n\nThe council has opened the bridge. It took ten years to build.\n"
    )

    assert kinds(document, "letterhead") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "10000 Bäume für Nordhafen",
        "Nordhafen landet auf Platz 3",
        "Kontakte mit anderen Städten wachsen",
        "100 towns take the lead",
        "2030 Ziele im Blick",
        "Home heating becomes cheaper",
    ],
)
def test_headline_that_looks_like_a_letterhead_stays_a_heading(line: str) -> None:
    document = documents.from_text(
        f"{line}\n\nThe council has opened the bridge. It took ten years to build the thing."
    )

    assert kinds(document, "heading") == [line]


@pytest.mark.parametrize(
    "line", ["Foto: Stadt Nordhafen", "Photo © Jane Doe", "Crédit photo : Ville", "Youtube Logo"]
)
def test_picture_line_is_a_caption(line: str) -> None:
    document = documents.from_text(
        f"The council has opened the bridge. It took years.\n\n{line}\n\nIt is open to all."
    )

    assert kinds(document, "caption") == [line]


def test_mail_inside_a_paragraph_becomes_a_contact_of_its_own() -> None:
    text = (
        "Jane Doe (jane@northhaven.example) leads the office, and the council has given her ten more "
        "people for it this year."
    )

    document = documents.from_text(text)

    assert kinds(document, "contact") == ["jane@northhaven.example"]
    assert "@" not in kinds(document, "paragraph")[0]
    assert_offsets_lead_back(document)


# Metadata


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("07.05.2025", "2025-05-07"),
        ("Leipzig, 7. Mai 2025", "2025-05-07"),
        ("Nordhafen, den 3. März 2024", "2024-03-03"),
        ("16 December 2025", "2025-12-16"),
        ("December 16, 2025", "2025-12-16"),
        ("Port-la-Mer, le 3 mars 2024", "2024-03-03"),
        ("12 de mayo de 2025", "2025-05-12"),
        ("den 7 maj 2025", "2025-05-07"),
        ("2025-05-07", "2025-05-07"),
        ("Stand: 1. Februar 2023", "2023-02-01"),
        ("Pressemitteilung Nr. 12 vom 28.04.2022", "2022-04-28"),
        ("Veröffentlicht am 03.04.2024 | Aktualisiert am 05.04.2024", "2024-04-03"),
        ("Stand: 05.04.2024 | veröffentlicht: 03.04.2024", "2024-04-03"),
        ("https://www.nordhafen.de/a/b.php 21.07.2023 14:29 Uhr 05.12.2024 04:26 Uhr", "2023-07-21"),
        ("Mai 2025", "2025-05"),
        ("Druckdatum: 05.12.2024", None),
        ("abgerufen am 05.12.2024", None),
        ("6.-8.5.2025", None),
        ("Wann: 10. Juni 2025, 18 Uhr", None),
        ("Mittwoch, 6. Mai 2026, 15.00 bis 19.00 Uhr", None),
        ("Mercredi 6 mai 2026, de 9 h à 17 h", None),
        ("Onsdag 6 maj 2026 kl. 9–15", None),
        ("6 May 2026, 2 pm to 4 pm", None),
        ("Stand: 12.05.2026, 14:30 Uhr", "2026-05-12"),
        ("31.02.2025", None),
    ],
)
def test_date_line_above_the_text_gives_the_date(line: str, date: str | None) -> None:
    document = documents.from_text(
        f"{line}\n\nNordhafen feiert\n\nDie Stadt hat heute gefeiert. Am 10. Juni 2026 feiert sie wieder."
    )

    assert document.metadata.date == date
    if date and len(date) == 10:
        assert document.metadata.spans["date"][0] >= line.find(",") - len(line)
        assert document.metadata.date_from == "letterhead"


@pytest.mark.parametrize(
    ("start", "date"),
    [
        ("Nordhafen, 7. Mai 2025 – Die Stadt hat", "2025-05-07"),
        ("(Nordhafen, 7. Mai 2025) Die Stadt hat", "2025-05-07"),
        ("BRUSSELS, 16 December 2025 — The council has", "2025-12-16"),
        ("Puerto Norte, 12 de mayo de 2025. El Ayuntamiento ha", "2025-05-12"),
        ("Am 7. Mai 2025 hat die Stadt", None),
        ("Gebaut werden soll am 10. Juni 2025: Die Stadt hat", None),
        ("Nordhafen, Deutschland - Die Stadt hat am 7. Mai 2025", None),
    ],
)
def test_dateline_of_the_first_paragraph_gives_the_date(start: str, date: str | None) -> None:
    document = documents.from_text(
        f"# Ein Titel aus Worten\n\n{start} gefeiert, und zwar mit vielen Gästen aus aller Welt."
    )

    assert document.metadata.date == date
    assert document.metadata.date_from == ("dateline" if date else None)


def test_front_matter_gives_metadata_with_its_places(tmp_path: Path) -> None:
    text = (
        "---\ntitle: A bridge for all\ndate: 2024-06-25\nlanguage: en\ndigest: true\n"
        "source: {title: Brücke, publisher: Stadt Nordhafen, date: 2024-06, address: "
        "'https://x.example/a'}\n---\nThe bridge is open.\n"
    )

    document = documents.read(written(tmp_path, "bridge.md", text))

    metadata = document.metadata
    assert (metadata.title, metadata.date, metadata.date_from) == (
        "A bridge for all",
        "2024-06-25",
        "front matter",
    )
    assert metadata.digest
    assert metadata.source == documents.Source("Brücke", "Stadt Nordhafen", "2024-06", "https://x.example/a")
    assert document.text[slice(*metadata.spans["title"])] == "A bridge for all"
    assert document.text[slice(*metadata.spans["date"])] == "2024-06-25"
    assert [block.text for block in document.blocks] == ["The bridge is open."]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Stadt hat heute eine neue Brücke eröffnet und feiert sie.", "de"),
        ("The city has opened a new bridge and will celebrate it today.", "en"),
        ("La ville a ouvert un nouveau pont et le fête aujourd'hui.", "fr"),
        ("La ciudad ha abierto un nuevo puente y lo celebra hoy mismo.", "es"),
        ("Staden har i dag öppnat en ny bro och firar den med alla.", "sv"),
        ("Ja.", None),
    ],
)
def test_language_is_that_of_the_running_text(text: str, language: str | None) -> None:
    assert documents.from_text(text).metadata.language == language


# Formats


def test_html_gives_main_content_and_metadata_and_keeps_the_rest_as_clutter() -> None:
    document = documents.read(DATA / "page.html")

    assert kinds(document, "heading") == ["Northhaven opens its heat network", "Who takes part"]
    assert kinds(document, "paragraph") == [
        "The network feeds 12 000 homes & saves CO2. It opened today.",
        "These towns take part:",
    ]
    assert kinds(document, "item") == ["Northhaven", "South Bay", "Town | Homes", "South Bay | 500"]
    assert kinds(document, "caption") == ["The first pipe"]
    clutter = " ".join(kinds(document, "clutter"))
    assert "cookies" in clutter
    assert "Other news" in clutter
    assert "© City" in clutter
    assert "do not read me" not in document.text
    assert_offsets_lead_back(document)
    metadata = document.metadata
    assert (metadata.title, metadata.publisher) == ("Northhaven opens its heat network", "City of Northhaven")
    assert (metadata.date, metadata.date_from, metadata.language) == ("2024-06-25", "metadata", "en")
    assert metadata.address == "https://www.northhaven.example/news/heat"
    assert "date" not in metadata.spans


def test_html_address_lines_are_no_running_text() -> None:
    document = documents.read(DATA / "page.html")

    running = " ".join(kinds(document, "paragraph") + kinds(document, "heading"))
    assert "7946" not in running
    assert "12 Harbour Street" not in running


def test_deeply_nested_html_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, "deep.html", "<div>" * 20_000 + "The bridge is open." + "</div>" * 20_000)

    assert kinds(documents.read(path), "paragraph") == ["The bridge is open."]


def pdf(pages: list[list[str]]) -> bytes:
    from fpdf import FPDF

    made = FPDF()
    made.set_font("Helvetica", size=11)
    made.set_title("draft-7.docx")
    for lines in pages:
        made.add_page()
        for line in lines:
            made.cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(made.output())


def test_pdf_gives_its_pages_and_joins_what_they_cut(tmp_path: Path) -> None:
    head = "City of Northhaven"
    pages = [
        [head, "Press release", "16 December 2025", "Northhaven opens its heat network",
         "The city of Northhaven has today opened the network that its citizens had asked for",
         "ten years ago. It feeds twelve thousand homes on both sides of the river and in the",
         "Page 1 of 2"],
        [head, "old harbour. More homes will follow in the years to come, said the council today.",
         "Phone: +44 20 7946 0000", "Page 2 of 2"],
    ]  # fmt: skip

    document = documents.read(written(tmp_path, "heat.pdf", pdf(pages)))

    assert document.text.count("\f") == 1
    assert any("and in the old harbour." in text for text in kinds(document, "paragraph"))
    assert kinds(document, "letterhead").count(head) >= 1
    assert document.metadata.title == "Northhaven opens its heat network"
    assert document.metadata.date == "2025-12-16"
    assert_offsets_lead_back(document)


def test_docx_gives_headings_lists_and_tables_in_order(tmp_path: Path) -> None:
    import docx

    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "City of Northhaven"
    made.add_heading("Northhaven opens its heat network", 1)
    made.add_paragraph("The network is open. These towns take part:")
    made.add_paragraph("South Bay", style="List Bullet")
    table = made.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Homes", "500"
    made.add_paragraph("It took ten years to build.")
    made.core_properties.author = "python-docx"
    stream = io.BytesIO()
    made.save(stream)

    document = documents.read(written(tmp_path, "heat.docx", stream.getvalue()))

    assert [(block.kind, block.text) for block in document.blocks] == [
        ("letterhead", "City of Northhaven"),
        ("heading", "Northhaven opens its heat network"),
        ("paragraph", "The network is open. These towns take part:"),
        ("item", "South Bay"),
        ("item", "Homes | 500"),
        ("paragraph", "It took ten years to build."),
    ]
    assert document.metadata.letterhead_lines == ("City of Northhaven",)
    assert document.metadata.date is None
    assert_offsets_lead_back(document)


def test_text_is_the_file_itself_less_its_byte_order_mark(tmp_path: Path) -> None:
    path = written(tmp_path, "Über uns.txt", b"\xef\xbb\xbf" + b"Die Stadt feiert.\r\nSie tanzt.\r\n")

    document = documents.read(path)

    assert document.text == "Die Stadt feiert.\r\nSie tanzt.\r\n"
    assert document.name == "ueber-uns"
    assert document.media_type == "text/plain"
    assert len(document.sha256) == 64


def test_name_may_be_given(tmp_path: Path) -> None:
    assert documents.read(written(tmp_path, "a.txt", "Die Stadt feiert."), name="Press 7").name == "press-7"


# Files


def test_find_lists_supported_files_sorted_and_passes_over_hidden_ones(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.TXT", "a.md", "in/c.html", ".hidden.txt", ".git/d.txt", "e.xlsx"):
        written(tmp_path, name, "x")

    assert documents.find([tmp_path, tmp_path / "a.md"]) == [
        tmp_path / n for n in ("a.md", "b.TXT", "in/c.html")
    ]
    assert documents.unsupported([tmp_path]) == [tmp_path / "e.xlsx"]


def test_find_refuses_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="KG201"):
        documents.find([tmp_path / "none"])


# Bad input


def locked_pdf() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([["The bridge is open."]]))))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", b"", "KG202"),
        ("a.txt", b" \n\t\n", "KG202"),
        ("a.md", b"---\ntitle: x\n---\n", "KG202"),
        ("a.html", b"<html><body></body></html>", "KG202"),
        ("a.txt", b"The bridge\x00\x01 is open", "KG203"),
        ("a.md", b"\x89PNG\r\n\x1a\n\x00\x00", "KG203"),
        ("a.txt", b"Die Br\xc3\xbccke ist f\xc3\xbcr alle ge\xc3\xb6ffnet \xc3 und", "KG204"),
        ("a.txt", b"\x81\x8d\x8f\x90\x9d" * 40, "KG204"),
        ("a.pdf", b"%PDF-1.4 nothing", "KG206"),
        ("a.docx", b"PK\x03\x04 nothing", "KG206"),
        ("a.odt", b"x", "KG208"),
        ("a", b"x", "KG208"),
        ("a.md", b"---\n- a\n- b\n---\nText.\n", "KG209"),
        ("a.md", b"---\ntitle: [\n---\nText.\n", "KG209"),
        ("a.md", b"---\ndate: soon\n---\nText.\n", "KG209"),
    ],
)
def test_bad_file_gives_its_code(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    assert code(written(tmp_path, name, content)) == expected


def test_missing_file_and_folder_are_unreadable(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()

    assert code(tmp_path / "none.txt") == "KG201"
    assert code(tmp_path / "folder.txt") == "KG201"


def test_pdf_of_pictures_and_locked_pdf_are_refused(tmp_path: Path) -> None:
    assert code(written(tmp_path, "scan.pdf", pdf([[], []]))) == "KG205"
    assert code(written(tmp_path, "locked.pdf", locked_pdf())) == "KG206"


def test_file_past_the_limit_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "long.txt", "word " * 100)

    assert code(path, limit=499) == "KG207"
    assert documents.read(path, limit=500).text


def test_faulty_front_matter_names_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, "a.md", "---\ntitle: A\ndate: soon\n---\nText.\n")

    with pytest.raises(DocumentError) as caught:
        documents.read(path)

    assert caught.value.at.endswith("a.md:3")


def test_wrong_encoding_names_the_byte(tmp_path: Path) -> None:
    path = written(
        tmp_path, "a.txt", "Brücke für alle".encode() + b"\xff" + "in der Stadt über dem Fluss".encode()
    )

    with pytest.raises(DocumentError) as caught:
        documents.read(path)

    assert caught.value.at.endswith("byte 17")


def test_text_in_an_older_encoding_is_read_with_a_note(tmp_path: Path) -> None:
    text = "Die Stadt Nordhafen hat für ihre Bürger eine schöne neue Brücke über den Fluss gebaut. " * 5

    document = documents.read(written(tmp_path, "alt.txt", text.encode("cp1252")))

    assert document.text == text
    assert len(document.notes) == 1


# Any text


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_any_text_is_read_with_offsets_that_lead_back(text: str) -> None:
    assert_offsets_lead_back(documents.from_text(text))


PIECES = st.sampled_from(
    ["\n", "\n\n", "\f", " ", "- ", "# ", "1. ", "**", "*", "_", "[a](b)", "&amp;", "<b>", "Tel. 0341 123456",
     "a@b.de",
     "7. Mai 2025", "Wärme-\n", "und", "Die Stadt baut.", "\u00ad", "---", "|a|b|", ": ", "©",
     "Anzeige", "\\*", "\xa0"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40))
@example(["Anzeige", " ", "# ", "Tel. 0341 123456", "a@b.de", "*", "1. "])
@example(["Die Stadt baut.", "a@b.de", "a@b.de", "Die Stadt baut."])
def test_any_layout_is_read_with_offsets_that_lead_back(pieces: list[str]) -> None:
    document = documents.from_text("".join(pieces))

    assert_offsets_lead_back(document)
    assert not any("@" in block.text for block in document.blocks if block.kind == "paragraph")


@settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=300), suffix=st.sampled_from(sorted(documents.SUFFIXES)))
def test_any_bytes_are_read_or_refused_with_a_code(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str
) -> None:
    path = written(tmp_path_factory.mktemp("any"), f"any{suffix}", content)

    document = read_or_none(path)

    if document is not None:
        assert_offsets_lead_back(document)


def read_or_none(path: Path) -> Document | None:
    try:
        return documents.read(path)
    except DocumentError:
        return None


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt baut eine Brücke. " * 60_000,
        "," * 100_000,
        "[" * 300_000,
        "[a](" * 100_000,
        "<b" * 200_000,
        "*" * 300_000,
        "&a" * 200_000,
        "a@" * 200_000,
        "+49 1 " * 100_000,
        "1.1." * 100_000,
        "Am Weg " * 60_000,
        "\n".join(["Hauptstraße"] * 20_000),
        "a-\n" * 50_000,
        "> " * 100_000,
        "- " * 100_000,
    ],
    ids=lambda text: text[:12],
)
def test_large_text_is_read_in_seconds(text: str) -> None:
    started = time.monotonic()

    documents.from_text(text)

    assert time.monotonic() - started < 15


def test_blocks_are_compared_by_what_they_say() -> None:
    one, other = (documents.from_text("Die Stadt feiert.").blocks[0] for _ in range(2))

    assert one == other
    assert isinstance(one, Block)
    assert hash(one) == hash(other)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("da", "Kommunen har ikke underskrevet kontrakten, og byen bliver måske klimaneutral engang."),
        ("no", "Kommunen har ikke fått merket, men byen skal være klimanøytral innen 2030."),
        ("pt", "A cidade do Porto não recebeu hoje em Estrasburgo o selo da missão."),
        ("pl", "Miasto nie otrzymało jeszcze odznaki misji Unii Europejskiej."),
        ("fi", "Kaupunki ei ole saanut tunnusta Brysselissä."),
    ],
)
def test_text_in_a_language_that_nobody_reads_does_not_pass_for_its_neighbour(code: str, told: str):
    assert metadata.language(told) == code


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("sv", "Lunds universitet leder projektet ReBygg."),
        ("en", "The mayors of Espoo, Helsinki, Lahti, Lappeenranta, Oulu, Tampere and Turku met."),
        ("en", "Deputy mayors Ana Petek and Ivo Horvat of Ljubljana signed."),
    ],
)
def test_foreign_names_make_no_foreign_text(code: str, told: str):
    assert metadata.language(told) == code
