// What pages gain from a script: a switch of colours, suggestions while typing. All of it works without.
"use strict";

const root = document.documentElement;

function dark() {
  const chosen = root.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function themeSwitch(button) {
  const show = () => { button.textContent = dark() ? button.dataset.light : button.dataset.dark; };
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* not kept, then */ }
    show();
  });
}

// A combobox with a list of suggestions (WAI-ARIA Authoring Practices): arrows, Enter, Escape.
function suggestions(input) {
  const list = document.createElement("ul");
  list.id = `${input.id}-hints`;
  list.className = "hints";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0] ? input.labels[0].textContent.trim() : input.name);
  list.hidden = true;
  input.parentElement.append(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) input.setAttribute(name, value);

  const only = input.dataset.suggestKind;
  let found = [], at = -1, asked = 0, waiting = 0;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (item) => {
    if (only) { input.value = item.name; close(); } else location.assign(item.href);
  };
  const point = (next) => {
    at = (next + found.length) % found.length;
    [...list.children].forEach((child, n) => child.setAttribute("aria-selected", String(n === at)));
    input.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const show = (items) => {
    found = only ? items.filter((item) => item.kind === only) : items;
    list.replaceChildren(...found.map((item, n) => {
      const line = document.createElement("li");
      line.id = `${list.id}-${n}`;
      line.setAttribute("role", "option");
      line.setAttribute("aria-selected", "false");
      const about = document.createElement("small");
      about.textContent = item.about;
      line.append(item.name, about);
      line.addEventListener("mousedown", (event) => { event.preventDefault(); choose(item); });
      return line;
    }));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    at = -1;
  };
  const ask = async () => {
    const mine = ++asked;
    const text = input.value.trim();
    if (!text) { close(); return; }
    const address = new URL(input.dataset.suggest, location.href);
    address.searchParams.set("q", text);
    const answer = await fetch(address).catch(() => null);
    if (answer && answer.ok && mine === asked) show(await answer.json());
  };
  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 120); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); return; }
    if (list.hidden || found.length === 0) return;
    if (event.key === "ArrowDown") { event.preventDefault(); point(at + 1); }
    if (event.key === "ArrowUp") { event.preventDefault(); point(at < 0 ? found.length - 1 : at - 1); }
    if (event.key === "Enter" && at >= 0) { event.preventDefault(); choose(found[at]); }
  });
}

document.querySelectorAll("button.theme").forEach(themeSwitch);
document.querySelectorAll("input[data-suggest]").forEach(suggestions);
