/* What the pages gain where scripts run; all of them work without. */
"use strict";

// Pointing at a note in the margin, or moving to it, lights up the words it is about.
function light(note, on) {
  for (const position of note.dataset.note.split(" ").filter(Boolean)) {
    for (const said of document.querySelectorAll(`[data-said~="${position}"]`)) said.classList.toggle("lit", on);
  }
}

for (const note of document.querySelectorAll("[data-note]")) {
  note.addEventListener("pointerenter", () => light(note, true));
  note.addEventListener("pointerleave", () => light(note, false));
  note.addEventListener("focusin", () => light(note, true));
  note.addEventListener("focusout", () => light(note, false));
}

// A link to a statement lights up all its parts; where no scripts run, the first.
function aim() {
  const position = /^#s(\d+)$/.exec(location.hash)?.[1];
  for (const said of document.querySelectorAll(".aim")) said.classList.remove("aim");
  for (const said of document.querySelectorAll(`[data-said~="${position}"]`)) said.classList.add("aim");
}

addEventListener("hashchange", aim);
aim();

// "/" goes to the search box, as on many a site, unless someone is writing.
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writing) return;
  const box = document.querySelector("[role=search] input[type=search]");
  if (box) {
    event.preventDefault();
    box.focus();
  }
});

// A citation can be copied; where the browser does not let the page do it, it is selected at least.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const parts = button.dataset.copy.split(" ").map((id) => document.getElementById(id));
    try {
      await navigator.clipboard.writeText(parts.map((part) => part.textContent.trim()).join("\n\n"));
      button.textContent = "Copied";
    } catch {
      getSelection().setBaseAndExtent(parts[0], 0, parts.at(-1), parts.at(-1).childNodes.length);
      button.textContent = "Selected";
    }
  });
}

// Names are suggested while someone types: an editable combobox with a list (WAI-ARIA Authoring Practices Guide).
// What is chosen is gone to or, where the box has data-fill, written into it.
function suggest(box, number) {
  const list = document.createElement("ul");
  let chosen = -1;
  let timer, request;

  list.id = `suggestions-${number}`;
  list.className = "suggestions";
  list.role = "listbox";
  list.ariaLabel = "Suggestions";
  list.hidden = true;
  box.parentElement.append(list);
  box.role = "combobox";
  box.ariaAutoComplete = "list";
  box.ariaExpanded = "false";
  box.setAttribute("aria-controls", list.id);

  function choose(place) {
    chosen = place;
    [...list.children].forEach((row, at) => { row.ariaSelected = String(at === place); });
    const row = list.children[place];
    row?.scrollIntoView({ block: "nearest" });
    if (row) box.setAttribute("aria-activedescendant", row.id);
    else box.removeAttribute("aria-activedescendant");
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map(rowOf));
    list.hidden = !suggestions.length;
    box.ariaExpanded = String(!list.hidden);
    choose(-1);
  }

  function rowOf({ label, kind, written, note, url }, at) {
    const row = document.createElement("li");
    row.id = `${list.id}-${at}`;
    row.role = "option";
    row.dataset.url = url;
    const about = [written && `also ${written}`, note].filter(Boolean).join(" · ");
    for (const [name, text] of Object.entries({ label, kind, about })) {
      const part = document.createElement("span");
      part.className = name;
      part.textContent = text;
      row.append(part, " ");
    }
    return row;
  }

  function close() {
    clearTimeout(timer);
    request?.abort();
    show([]);
  }

  function take(row) {
    if ("fill" in box.dataset) box.value = row.firstChild.textContent;
    else location.assign(row.dataset.url);
    close();
  }

  async function ask() {
    const text = box.value.trim();
    request?.abort();
    if (text.length < 2) return show([]);
    request = new AbortController();
    const address = new URL(box.dataset.suggest, location);
    address.searchParams.set("q", text);
    try {
      const answer = await fetch(address, { signal: request.signal });
      if (answer.ok) show((await answer.json()).suggestions);
    } catch {
      // Asked again meanwhile, or no network: what was typed can still be searched.
    }
  }

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  box.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    const rows = list.children.length;
    if (event.key === "ArrowDown") choose(chosen + 1 < rows ? chosen + 1 : -1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? rows - 1 : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  box.addEventListener("blur", close);
  box.form.addEventListener("submit", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => take(event.target.closest("li")));
}

document.querySelectorAll("[data-suggest]").forEach(suggest);

// A long list of choices can be narrowed by part of a name.
for (const box of document.querySelectorAll("[data-filter]")) {
  const rows = document.getElementById(box.dataset.filter)?.querySelectorAll("li") ?? [];
  box.hidden = false;
  box.addEventListener("input", () => {
    const part = box.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(part);
  });
}

// What was found is announced once the page is there: a region that is filled later is read out.
for (const region of document.querySelectorAll("[data-announce]")) {
  setTimeout(() => { region.textContent = region.dataset.announce; }, 300);
}
