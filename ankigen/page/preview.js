"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);
const list = $("list");
const state = { search: "", principle: "", tag: "", answer: new Set(), night: false };
const ahead = 900; // pixels above and below the window in which cards have their frames

for (const card of data.cards) {
  const text = (html) => html.replace(/<[^>]*>/g, " ").toLowerCase();
  card.words = card.name.toLowerCase() + " " + text(card.back) + " " + card.place.toLowerCase();
}
const unique = (lists) => [...new Set(lists.flat())].sort((a, b) => a.localeCompare(b));
for (const [id, values] of [["principle", unique(data.cards.map((c) => c.principles))], ["tag", unique(data.cards.map((c) => c.tags))]]) {
  for (const value of values) $(id).append(new Option(value, value));
}

// A card's own page. Its frame may run no script (sandbox), so that it is measured from out here.
function sheet(card, side) {
  const night = state.night ? " nightMode night_mode" : "";
  const body = card[side]
    .replace(/(<img src=")([^"]+)(")/g, (all, a, name, b) => a + (data.media[name] || "") + b)
    .replace(/\[sound:([^\]]+)\]/g, (all, name) => `<audio controls src="${data.media[name] || ""}"></audio>`);
  return `<!doctype html><html class="mobile android"><head><meta charset="utf-8"><base target="_blank">` +
    `<style>${data.css[card.type]}</style></head><body class="card card1${night}"><div id="qa">${body}</div></body></html>`;
}

function fit(frame) {
  const page = frame.contentDocument;
  if (!page || !page.documentElement) return;
  frame.style.height = Math.max(220, page.documentElement.scrollHeight) + "px";
}

function fill(article) {
  if (article.filled) return;
  article.filled = true;
  const card = data.cards[article.index];
  for (const side of ["front", "back"]) {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-same-origin");
    frame.title = `${side} of: ${card.name}`;
    frame.srcdoc = sheet(card, side);
    frame.addEventListener("load", () => {
      fit(frame);
      frame.contentDocument.addEventListener("toggle", () => { frame.style.height = "0"; fit(frame); }, true);
    });
    article.querySelector(`[data-side=${side}]`).append(frame);
  }
}

function empty(article) {
  if (!article.filled) return;
  article.filled = false;
  for (const frame of article.querySelectorAll("iframe")) frame.remove();
}

const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries) (entry.isIntersecting ? fill : empty)(entry.target);
}, { rootMargin: `${ahead}px 0px` });

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function build(card, index) {
  const article = element("article");
  article.index = index;
  article.append(element("h2", card.name + (card.card ? ` · ${card.card}` : "")));
  article.append(element("p", [card.place, ...card.tags].join("  "), "place"));
  for (const found of card.findings) article.append(finding(found));
  const phones = element("div", "", "phones");
  for (const side of ["front", "back"]) {
    const figure = element("figure", "", "phone");
    figure.dataset.side = side;
    figure.append(element("figcaption", side === "front" ? "question" : "answer"));
    phones.append(figure);
  }
  article.append(phones);
  return article;
}

function finding(found) {
  const made = element("p", "", "finding");
  made.append(element("b", `${found.severity} `), `${found.source || ""}${found.line ? ":" + found.line : ""} ${found.message}`);
  return made;
}

const articles = data.cards.map(build);
const loose = element("section");
for (const found of data.loose) loose.append(finding(found));
list.append(loose, ...articles);
for (const article of articles) watcher.observe(article);

function fits(card) {
  const has = (name) => name === "findings" ? card.findings.length > 0 : card.tags.includes("answer::" + name);
  return (!state.search || state.search.split(/\s+/).every((word) => card.words.includes(word))) &&
    (!state.principle || card.principles.includes(state.principle)) &&
    (!state.tag || card.tags.includes(state.tag)) &&
    (!state.answer.size || [...state.answer].some(has));
}

function show() {
  let shown = 0;
  const count = { own: 0, borrowed: 0, missing: 0 };
  for (const article of articles) {
    const card = data.cards[article.index];
    const yes = fits(card);
    article.hidden = !yes;
    shown += yes;
    for (const name in count) count[name] += yes && card.tags.includes("answer::" + name) && !card.card;
  }
  $("counts").textContent = `${shown} of ${articles.length} cards · ${count.own} answered, ${count.borrowed} borrowed, ${count.missing} missing`;
  $("none").hidden = shown > 0;
}

function restyle() {
  document.body.classList.toggle("night", state.night);
  for (const article of articles) if (article.filled) { empty(article); fill(article); }
}

$("search").addEventListener("input", (event) => { state.search = event.target.value.toLowerCase().trim(); show(); });
$("principle").addEventListener("change", (event) => { state.principle = event.target.value; show(); });
$("tag").addEventListener("change", (event) => { state.tag = event.target.value; show(); });
$("width").addEventListener("change", (event) => { document.body.style.setProperty("--phone", event.target.value + "px"); restyle(); });
$("night").addEventListener("click", (event) => {
  state.night = !state.night;
  event.currentTarget.setAttribute("aria-pressed", state.night);
  restyle();
});
for (const button of document.querySelectorAll("[data-state]")) {
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", on);
    state.answer[on ? "add" : "delete"](button.dataset.state);
    show();
  });
}
$("clear").addEventListener("click", () => {
  Object.assign(state, { search: "", principle: "", tag: "" });
  state.answer.clear();
  for (const id of ["search", "principle", "tag"]) $(id).value = "";
  for (const button of document.querySelectorAll("[data-state]")) button.setAttribute("aria-pressed", false);
  show();
});
show();
