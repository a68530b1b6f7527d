// Colours for SPARQL while it is typed: the same text lies, coloured, under a textarea whose own letters are clear.
"use strict";

const TOKEN = new RegExp([
  /(?<comment>#[^\n]*)/, /(?<iri><[^<>"{}|^`\\\s]*>)/,
  /(?<string>"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)/,
  /(?<variable>[?$]\w+)/, /(?<name>[A-Za-z][\w.-]*:[\w.%-]*|:[\w.%-]+)/, /(?<word>[A-Za-z_]+)/, /(?<other>[\s\S])/,
].map((part) => part.source).join("|"), "g");
const WORDS = new Set(("BASE PREFIX SELECT DISTINCT REDUCED CONSTRUCT DESCRIBE ASK FROM NAMED WHERE ORDER BY ASC DESC LIMIT OFFSET " +
  "GROUP HAVING VALUES OPTIONAL GRAPH UNION MINUS FILTER BIND AS NOT EXISTS IN A UNDEF COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT " +
  "SEPARATOR STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI " +
  "CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID STRUUID MD5 SHA1 SHA256 " +
  "SHA384 SHA512 COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC REGEX SUBSTR REPLACE TRUE FALSE").split(" "));

function offsetOf(text, line, column) {
  const lines = text.split("\n").slice(0, line - 1);
  return lines.reduce((sum, part) => sum + part.length + 1, 0) + column - 1;
}

function coloured(text, bad) {
  const made = document.createDocumentFragment();
  for (const match of text.matchAll(TOKEN)) {
    let kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
    if (kind === "word" && !WORDS.has(match[0].toUpperCase())) kind = "other";
    const isBad = bad >= match.index && bad < match.index + match[0].length;
    if (kind === "other" && !isBad) { made.append(match[0]); continue; }
    const span = document.createElement("span");
    span.className = `tok-${kind}${isBad ? " tok-bad" : ""}`;
    span.textContent = match[0];
    made.append(span);
  }
  made.append("\n");
  return made;
}

document.querySelectorAll(".editor").forEach((editor) => {
  const area = editor.querySelector("textarea");
  const under = document.createElement("pre");
  under.setAttribute("aria-hidden", "true");
  editor.prepend(under);
  editor.classList.add("live");
  let bad = editor.dataset.line ? offsetOf(area.value, Number(editor.dataset.line), Number(editor.dataset.column)) : -1;
  const paint = () => { under.replaceChildren(coloured(area.value, bad)); under.scrollTop = area.scrollTop; };
  if (bad >= 0) { area.focus(); area.setSelectionRange(bad, bad); }
  area.addEventListener("input", () => { bad = -1; paint(); });
  area.addEventListener("scroll", () => { under.scrollTop = area.scrollTop; });
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) area.form.requestSubmit();
  });
  new ResizeObserver(paint).observe(area);
  paint();
});
