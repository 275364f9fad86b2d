"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);
const state = { search: "", principle: "", tag: "", answer: new Set(), night: false };
const AHEAD = 1200; // pixels above and below the window in which cards have their frames

// --- cards in frames ---

// A card's own page. Its frame may run no script (sandbox), so that it is measured from out here.
function sheet(card, side) {
  const night = state.night ? " nightMode night_mode" : "";
  const body = card[side]
    .replace(/(<img src=")([^"]+)(")/g, (all, a, name, b) => a + (data.media[name] || "") + b)
    .replace(/\[sound:([^\]]+)\]/g, (all, name) => `<audio controls src="${data.media[name] || ""}"></audio>`);
  return `<!doctype html><html lang="en" class="mobile android"><head><meta charset="utf-8"><title>card</title>` +
    `<style>${data.css[card.type]}</style></head><body class="card card1${night}"><main id="qa">${body}</main></body></html>`;
}

function fit(frame) {
  const page = frame.contentDocument;
  if (!page || !page.body) return;
  frame.style.height = "0";
  frame.style.height = Math.max(320, page.documentElement.scrollHeight) + "px";
}

function fill(article) {
  if (article.filled) return;
  article.filled = true;
  const card = data.cards[article.index];
  for (const side of ["front", "back"]) {
    const frame = element("iframe");
    const holder = article.querySelector(`[data-side=${side}] div`);
    frame.setAttribute("sandbox", "allow-same-origin");
    frame.title = `${side} of card ${article.index + 1}: ${card.name}`;
    frame.srcdoc = sheet(card, side);
    frame.style.height = holder.style.height || "20rem";
    frame.addEventListener("load", () => {
      fit(frame);
      holder.style.height = "";
      frame.contentDocument.addEventListener("toggle", () => fit(frame), true);
      frame.contentDocument.addEventListener("keydown", keys);
    });
    holder.replaceChildren(frame);
  }
}

// A card far away gives its frames back and keeps their height, so that nothing jumps.
function empty(article) {
  if (!article.filled) return;
  article.filled = false;
  for (const frame of article.querySelectorAll("iframe")) {
    frame.parentElement.style.height = frame.style.height;
    frame.remove();
  }
}

const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries) (entry.isIntersecting ? fill : empty)(entry.target);
}, { rootMargin: `${AHEAD}px 0px` });

// --- the page ---

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function build(card, index) {
  const article = element("article");
  article.index = index;
  article.tabIndex = -1;
  const name = element("h2", card.name);
  name.dir = "auto";
  if (card.card) name.append(" ", element("i", card.card));
  const place = element("p", "", "place");
  place.append(element("b", card.place));
  for (const tag of card.tags) place.append(" ", element("span", tag));
  const phones = element("div", "", "phones");
  for (const side of ["front", "back"]) {
    const figure = element("figure", "", "phone");
    figure.dataset.side = side;
    figure.append(element("figcaption", side), element("div"));
    phones.append(figure);
  }
  article.append(name, place, ...card.findings.map(finding), phones);
  return article;
}

function finding(found) {
  const made = element("p", "", "finding");
  const place = found.source ? `${found.source}${found.line ? ":" + found.line : ""}` : "";
  made.append(element("b", found.severity), ` ${found.message} `, element("i", place));
  if (found.hint) made.append(element("br"), element("i", `→ ${found.hint}`));
  return made;
}

// --- what is shown ---

const signs = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&#91;": "[" };
const words = (html) => html.replace(/<[^>]*>/g, " ").replace(/&(?:lt|gt|amp|#91);/g, (s) => signs[s]);
for (const card of data.cards) card.words = `${card.name} ${words(card.back)} ${card.place}`.toLowerCase();

const holds = (card, name) => name === "findings" ? card.findings.length > 0 : card.tags.includes("answer::" + name) && !card.card;

function show() {
  const asked = state.search.split(/\s+/);
  const count = { own: 0, borrowed: 0, missing: 0, findings: 0 };
  let shown = 0;
  for (const article of articles) {
    const card = data.cards[article.index];
    let yes = asked.every((word) => card.words.includes(word)) &&
      (!state.principle || card.principles.includes(state.principle)) &&
      (!state.tag || card.tags.some((tag) => tag === state.tag || tag.startsWith(state.tag + "::")));
    for (const name in count) count[name] += yes && holds(card, name);
    yes = yes && (!state.answer.size || [...state.answer].some((name) => holds(card, name)));
    article.hidden = !yes;
    shown += yes;
  }
  const of = shown === articles.length ? "" : ` of ${articles.length}`;
  $("counts").textContent = `${shown}${of} cards · ${count.own} answered, ${count.borrowed} borrowed, ${count.missing} missing`;
  for (const button of chips) button.lastElementChild.textContent = count[button.dataset.state];
  $("none").hidden = shown > 0;
}

function again() {
  document.body.classList.toggle("night", state.night);
  for (const article of articles) if (article.filled) { empty(article); fill(article); }
}

function night() {
  state.night = !state.night;
  $("night").setAttribute("aria-pressed", state.night);
  again();
}

// The card that stands at the top of the window, and the one `step` further.
function go(step) {
  const seen = articles.filter((article) => !article.hidden);
  const top = window.innerWidth > 640 ? document.querySelector("header").offsetHeight : 0;
  const at = seen.findIndex((article) => article.getBoundingClientRect().top > top + 24 + (step > 0 ? 30 : -30));
  const next = seen[step > 0 ? at : (at < 0 ? seen.length : at) - 1];
  if (!next) return;
  window.scrollTo({ top: next.getBoundingClientRect().top + window.scrollY - top - 20 });
  next.focus({ preventScroll: true });
}

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT)$/.test(event.target.tagName)) return;
  const act = { "/": () => $("search").focus(), j: () => go(1), k: () => go(-1), n: night }[event.key];
  if (act) { event.preventDefault(); act(); }
}

const chips = document.querySelectorAll("[data-state]");
const articles = data.cards.map(build);
$("list").append(...articles);
for (const article of articles) watcher.observe(article);
if (data.loose.length) {
  $("loose").hidden = false;
  $("loose").firstElementChild.textContent = `${data.loose.length} more findings, at no card`;
  $("loose").append(...data.loose.map(finding));
}
const unique = (lists) => [...new Set(lists.flat())].sort((a, b) => a.localeCompare(b));
const parents = (tag) => tag.split("::").map((part, at, all) => all.slice(0, at + 1).join("::"));
for (const name of unique(data.cards.map((card) => card.principles))) $("principle").append(new Option(name, name));
for (const tag of unique(data.cards.map((card) => card.tags.flatMap(parents)))) $("tag").append(new Option(tag, tag));

document.forms[0].addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("keydown", keys);
$("search").addEventListener("input", (event) => { state.search = event.target.value.toLowerCase().trim(); show(); });
$("search").addEventListener("keydown", (event) => { if (event.key === "Escape") event.target.blur(); });
for (const id of ["principle", "tag"]) $(id).addEventListener("change", (event) => { state[id] = event.target.value; show(); });
$("width").addEventListener("change", (event) => { document.body.style.setProperty("--phone", event.target.value + "px"); again(); });
$("night").addEventListener("click", night);
for (const button of chips) {
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
  for (const button of chips) button.setAttribute("aria-pressed", false);
  show();
});
show();
