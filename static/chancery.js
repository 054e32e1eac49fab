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
    const citation = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(citation.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(citation);
      button.textContent = "Selected";
    }
  });
}
