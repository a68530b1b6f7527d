// Pictures become part of the page, so that they take its colours, lead on, and follow the slider of days.
"use strict";

// Marks lead on for a pointer; for the keyboard and for readers of the screen the table says the same, in order.
function localised(svg, figure) {
  const { base, root, lang } = figure.dataset;
  for (const link of [...svg.querySelectorAll("a")]) {
    const made = document.createElementNS(svg.namespaceURI, "g");
    const href = link.getAttribute("xlink:href") || link.getAttribute("href") || "";
    if (base && href.startsWith(base)) {
      made.dataset.href = root + href.slice(base.length) + (lang ? `?lang=${lang}` : "");
    }
    made.append(...link.childNodes);
    link.replaceWith(made);
  }
}

async function inlined(figure) {
  const image = figure.querySelector("img");
  const answer = await fetch(figure.dataset.picture).catch(() => null);
  if (!answer || !answer.ok) return null;
  // Its own colours for dark paper are for files; here the page's style sheet has them.
  const text = (await answer.text()).replace(/<style>[^<]*<\/style>/, "");
  const read = new DOMParser().parseFromString(text, "image/svg+xml");
  const svg = read.documentElement;
  if (svg.nodeName !== "svg") return null;
  svg.querySelectorAll("style, script, foreignObject").forEach((node) => node.remove());
  svg.querySelectorAll("[style]").forEach((node) => node.removeAttribute("style"));
  svg.querySelectorAll("[role], [aria-roledescription], [aria-label]").forEach((node) => {
    for (const name of ["role", "aria-roledescription"]) node.removeAttribute(name);
    if (node.hasAttribute("aria-label")) {
      const title = document.createElementNS(svg.namespaceURI, "title");
      title.textContent = node.getAttribute("aria-label");
      node.prepend(title);
      node.removeAttribute("aria-label");
    }
  });
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", image.alt);
  localised(svg, figure);
  const made = document.importNode(svg, true);
  made.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-href]");
    if (mark) location.assign(mark.dataset.href);
  });
  image.replaceWith(made);
  return made;
}

// A map: each place has a mark for each of its states; the slider shows the last one by its day.
function slider(figure, svg) {
  const marks = [...svg.querySelectorAll(".role-mark title")]
    .map((title) => ({ title: title.textContent, node: title.parentElement }))
    .map((mark) => ({ ...mark, day: (mark.title.match(/ · (\d{4}-\d{2}-\d{2})$/) || [])[1], at: mark.node.getAttribute("transform") }))
    .filter((mark) => mark.day);
  const days = [...new Set(marks.map((mark) => mark.day))].sort();
  if (days.length < 2) return;

  const box = document.createElement("div");
  box.className = "slider";
  const label = document.createElement("label");
  label.textContent = figure.dataset.dayLabel;
  const input = document.createElement("input");
  Object.assign(input, { type: "range", min: 0, max: days.length - 1, step: 1, value: days.length - 1, id: "day" });
  label.htmlFor = input.id;
  const told = document.createElement("output");
  told.htmlFor = input.id;
  box.append(label, input, told);
  figure.prepend(box);

  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  const places = Map.groupBy ? Map.groupBy(marks, (mark) => mark.at) : group(marks);
  const show = () => {
    const day = days[input.value];
    const text = format.format(new Date(`${day}T00:00:00Z`));
    input.setAttribute("aria-valuetext", text);
    let shown = 0;
    for (const found of places.values()) {
      const last = found.filter((mark) => mark.day <= day).sort((a, b) => a.day.localeCompare(b.day)).at(-1);
      for (const mark of found) {
        mark.node.setAttribute("opacity", mark === last ? "0.92" : "0");
        mark.node.setAttribute("pointer-events", mark === last ? "auto" : "none");
      }
      if (last) shown += 1;
    }
    told.textContent = `${text} (${shown})`;
  };
  input.addEventListener("input", show);
  input.addEventListener("change", () => followed(figure, days[input.value]));
  show();
}

// The table below the map says the same as the map, for the day that the slider was left at.
let asked = 0;
async function followed(figure, day) {
  const field = document.getElementById(`f-${figure.dataset.dayField}`);
  if (!field) return;
  const turn = (asked += 1);
  const address = new URL(location.href);
  address.searchParams.set(field.name, day);
  address.searchParams.delete("page");
  const answer = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer || !answer.ok || turn !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [ours, theirs] = [document, page].map((one) => one.querySelector('section[aria-labelledby="answer"]'));
  if (!ours || !theirs || turn !== asked) return;
  ours.replaceWith(document.adoptNode(theirs));
  field.value = day;
  history.replaceState(null, "", address);
}

function group(marks) {
  const found = new Map();
  for (const mark of marks) found.set(mark.at, [...(found.get(mark.at) || []), mark]);
  return found;
}

document.querySelectorAll("figure[data-picture]").forEach(async (figure) => {
  const svg = await inlined(figure);
  if (svg && figure.dataset.kind === "map") slider(figure, svg);
});
