// What is wrong with a page for those who do not see it, hardly see it, or do not use a mouse: a list of sentences.
// After WCAG 2.2: 1.1.1, 1.3.1, 1.4.3, 1.4.10, 2.4.1, 2.4.4, 2.5.8, 3.1.1, 4.1.2.
const problems = [];
const told = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 120);
const all = (selector) => [...document.querySelectorAll(selector)];
const seen = (element) => element.checkVisibility() && element.getClientRects().length > 0;
const name = (element) =>
  (element.getAttribute("aria-label") || element.textContent || element.querySelector("img[alt]")?.alt || "").trim();

if (!document.documentElement.lang) problems.push("the page does not tell its language");
for (const landmark of ["header", "nav", "main", "footer"]) {
  if (!document.querySelector(landmark)) problems.push(`there is no ${landmark}`);
}
if (all("main").length > 1 || all("h1").length !== 1) problems.push("there is not one main part with one first heading");

let level = 0;
for (const heading of all("h1, h2, h3, h4").filter(seen)) {
  const next = Number(heading.tagName[1]);
  if (next > level + 1) problems.push(`a heading skips a level: ${told(heading)}`);
  level = next;
}

const ids = all("[id]").map((element) => element.id);
for (const id of ids.filter((id, place) => ids.indexOf(id) !== place)) problems.push(`two elements are “${id}”`);
for (const image of all("img:not([alt])")) problems.push(`an image without words: ${told(image)}`);
for (const link of all("a[href], button, summary").filter(seen)) {
  if (!name(link)) problems.push(`a control without a name: ${told(link)}`);
}
for (const field of all("input:not([type=hidden]), select, textarea")) {
  if (!field.labels.length && !field.ariaLabel) problems.push(`a field without a label: ${told(field)}`);
}
for (const element of all("[aria-labelledby], [aria-describedby]")) {
  const wanted = element.getAttribute("aria-labelledby") || element.getAttribute("aria-describedby");
  if (!document.getElementById(wanted)) problems.push(`a label that is not there: ${told(element)}`);
}

// Targets of at least 24 × 24 pixels, unless they stand in a line of text or have room around them.
const inText = (element) => element.closest("p, h1, h2, h3, .notes, .tally, .dated, .plain, .topics, .offices, .bars, .nothing, dd, .colophon");
for (const target of all("a[href], button, input:not([type=hidden]):not(.unseen), summary, label.fold-label").filter(seen)) {
  const box = target.getBoundingClientRect();
  if (box.height < 24 && !inText(target)) problems.push(`a target ${Math.round(box.height)} pixels high: ${told(target)}`);
}

// Contrast of all text against what is behind it.
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const rgba = (colour) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return canvas.getImageData(0, 0, 1, 1).data;
};
const luminance = ([red, green, blue]) => {
  const [r, g, b] = [red, green, blue].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const behind = (element) => {
  for (let place = element; place; place = place.parentElement) {
    const colour = rgba(getComputedStyle(place).backgroundColor);
    if (colour[3] === 255) return colour;
  }
  return rgba("white");
};
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const checked = new Set();
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement;
  if (checked.has(element) || !texts.currentNode.textContent.trim() || !seen(element) || element.closest(".unseen, .skip")) continue;
  checked.add(element);
  const style = getComputedStyle(element);
  const [light, dark] = [luminance(rgba(style.color)), luminance(behind(element))].sort((a, b) => b - a);
  const ratio = (light + 0.05) / (dark + 0.05);
  const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
  if (ratio < (large ? 3 : 4.5)) problems.push(`contrast ${ratio.toFixed(2)}: ${told(element)}`);
}

const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
if (over > 0) {
  const wide = all("body *").find((element) => element.getBoundingClientRect().right > innerWidth + 1);
  problems.push(`the page is ${over} pixels too wide: ${wide ? told(wide) : ""}`);
}
return problems;
