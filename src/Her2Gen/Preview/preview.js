// Keeps an open page as its sources are, and shows its author what is wrong in it. It is loaded by the preview alone, and is no part of what is built.
// It runs before scripts that wait for the end of the page: what those add or change later is theirs, and stays.
(() => {
'use strict';
const BLOCKS = 'h1,h2,h3,h4,h5,h6,p,li,dt,dd,th,td,figcaption,caption,blockquote';
const own = document.currentScript;
let shown = own.dataset.tag;
own.remove();

// ---- What others added to the page, or changed in it: the reader's open details, a script's buttons.
const foreign = new WeakSet(), touched = new WeakMap();
const observer = new MutationObserver(note);
function note(records) {
  for (const record of records) {
    if (record.type === 'childList') for (const node of record.addedNodes) foreign.add(node);
    else touched.set(record.target, (touched.get(record.target) ?? new Set()).add(record.attributeName));
  }
}
const observe = () => observer.observe(document.documentElement, { childList: true, attributes: true, subtree: true });
observe();

// ---- Morphing: the page becomes the new one, node by node, and what is equal stays untouched.
const isTouched = (element, name) => touched.get(element)?.has(name) ?? false;
const isSheet = node => node.nodeName === 'LINK' && node.rel === 'stylesheet';
const isAlike = (one, other) => one.nodeType === other.nodeType && one.nodeName === other.nodeName && (one.id ?? '') === (other.id ?? '');

function morph(old, next) {
  if (old.isEqualNode(next)) return;
  if (old.nodeType !== Node.ELEMENT_NODE) return morphText(old, next);
  if (isSheet(old) && old.getAttribute('href') !== next.getAttribute('href')) return swapSheet(old, next);
  for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value && !isTouched(old, name)) old.setAttribute(name, value);
  for (const { name } of [...old.attributes]) if (!next.hasAttribute(name) && !isTouched(old, name)) old.removeAttribute(name);
  morphChildren(old, next);
}

// Only the letters that differ: a selection around them stays.
function morphText(old, next) {
  const before = old.data, after = next.data, most = Math.min(before.length, after.length);
  let start = 0, end = 0;
  while (start < most && before[start] === after[start]) start++;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  old.replaceData(start, before.length - start - end, after.slice(start, after.length - end));
}

// The old sheet goes when the new one has come: the page is never bare.
function swapSheet(old, next) {
  const sheet = document.importNode(next);
  sheet.onload = sheet.onerror = () => old.remove();
  foreign.add(old);
  old.after(sheet);
}

function morphChildren(parent, next) {
  let old = [...parent.childNodes].filter(node => !foreign.has(node));
  let wanted = [...next.childNodes];
  let start = 0, end = 0;
  const isSame = (one, other) => isAlike(one, other) && one.isEqualNode(other);
  while (start < old.length && start < wanted.length && isSame(old[start], wanted[start])) start++;
  while (end < old.length - start && end < wanted.length - start && isSame(old.at(-1 - end), wanted.at(-1 - end))) end++;
  const after = end > 0 ? old.at(-end) : null;
  old = old.slice(start, old.length - end);
  wanted = wanted.slice(start, wanted.length - end);
  const put = node => parent.insertBefore(document.importNode(node, true), old[0]?.parentNode === parent ? old[0] : after);
  for (let i = 0; i < wanted.length; i++) {
    const node = wanted[i];
    // One that stands further on: those before it are gone. One that comes later: this one is new. Line ends between elements are all alike, and tell nothing.
    const at = node.nodeType === Node.ELEMENT_NODE ? old.findIndex(other => node.id ? isAlike(other, node) : isSame(other, node)) : -1;
    if (at > 0) old.splice(0, at).forEach(gone => gone.remove());
    if (old.length && at < 0 && wanted.slice(i + 1).some(later => isSame(old[0], later) || (later.id && isAlike(old[0], later)))) put(node);
    else if (old.length && isAlike(old[0], node)) morph(old.shift(), node);
    else put(node);
  }
  old.forEach(gone => gone.remove());
}

const scriptsOf = page => [...page.querySelectorAll('script')].filter(script => !foreign.has(script) && !script.src.includes('/.her2gen/') && script.type !== 'application/ld+json').map(script => script.outerHTML).join();

// Past the browser's cache, which answers one request for an address after the other.
const load = async () => (await fetch(location.pathname + location.search, { cache: 'no-store' })).text();

function update(text) {
  if (text.endsWith(`data-tag="${shown}"></script>\n`)) return;
  const next = new DOMParser().parseFromString(text, 'text/html');
  const loader = next.querySelector('script[data-tag]');
  // Another kind of answer, or other scripts: only a new start shows what they do.
  if (!loader || /-\d+$/.test(shown) !== /-\d+$/.test(loader.dataset.tag) || scriptsOf(next) !== scriptsOf(document)) return location.reload();
  const got = loader.dataset.tag;
  loader.remove();
  note(observer.takeRecords());
  observer.disconnect();
  keepingPlace(() => {
    morph(document.head, next.head);
    morph(document.body, next.body);
    for (const name of ['lang', 'dir', 'class']) {
      const value = next.documentElement.getAttribute(name);
      if (!isTouched(document.documentElement, name) && value !== document.documentElement.getAttribute(name)) value === null ? document.documentElement.removeAttribute(name) : document.documentElement.setAttribute(name, value);
    }
  });
  observe();
  shown = got;
  document.dispatchEvent(new CustomEvent('her2gen:morphed'));
}

// The block that the reader looks at stays where it is: browsers do that by themselves in part only.
function keepingPlace(change) {
  const anchor = scrollY === 0 ? null : [0.1, 0.3, 0.5, 0.7].map(part => document.elementFromPoint(innerWidth / 2, innerHeight * part)?.closest(BLOCKS)).find(Boolean);
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (!anchor?.isConnected) return;
  const correct = () => {
    const moved = anchor.getBoundingClientRect().top - before;
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
  };
  correct();
  requestAnimationFrame(correct);
}

// ---- The stream of events. A tab that nobody sees holds no connection: browsers grant six to a host.
// While a build is under way the page is asked for already: the server answers when it is made.
let source = null, busy = false, last = null, early = null;
function connect() {
  source?.close();
  if (document.hidden) return;
  source = new EventSource('/.her2gen/events?page=' + encodeURIComponent(location.pathname));
  source.onmessage = event => {
    const said = JSON.parse(event.data);
    if (said.building) (early = load()).catch(() => {});
    else last = said;
    follow();
  };
  source.onerror = () => panel.say('the preview has ended');
}
// The text first, and then what is said about it.
const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
async function follow() {
  if (busy) return;
  busy = true;
  try {
    let seen;
    do {
      seen = last;
      const asked = early;
      early = null;
      if (asked) update(await asked);
      else if (seen.tag !== shown) update(await load());
      await painted();
      if (seen === last && !early && seen && seen.build !== panel.build) await panel.refresh();
    } while (seen !== last || early);
  } catch {
    panel.say('the preview does not answer');
  } finally {
    busy = false;
  }
}
addEventListener('visibilitychange', connect);
addEventListener('pagehide', () => source?.close());
addEventListener('pageshow', event => event.persisted && connect());

// ---- The panel.
const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) key.startsWith('on') ? element.addEventListener(key.slice(2), value) : value !== false && value !== null && element.setAttribute(key, value);
  element.append(...children);
  return element;
};
const count = (number, what) => `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
const STYLE = `
:host{all:initial;color-scheme:light dark}
*{box-sizing:border-box}
section{position:fixed;z-index:2147483647;right:12px;bottom:12px;max-width:min(34rem,calc(100vw - 24px));font:14px/1.45 system-ui,sans-serif;color:CanvasText;display:flex;flex-direction:column;align-items:end;gap:8px}
button,a{font:inherit;color:inherit}
button{cursor:pointer;background:Canvas;border:1px solid GrayText;border-radius:6px;padding:4px 10px;min-height:28px}
.pill[data-worst=error]{border-left:5px solid #d1242f}.pill[data-worst=warning]{border-left:5px solid #bf8700}.pill[data-worst=none]{border-left:5px solid #2da44e}
.box{background:Canvas;border:1px solid GrayText;border-radius:8px;box-shadow:0 4px 20px #0004;width:100%;max-height:70vh;overflow:auto;padding:4px 16px 12px}
h2{font-size:15px;margin:12px 0 6px}ul{list-style:none;margin:0;padding:0}
li{padding:8px 0;border-top:1px solid color-mix(in srgb,GrayText 40%,Canvas)}
.what{display:flex;gap:8px;justify-content:space-between;align-items:start}
a{display:inline-block;min-height:24px;text-decoration:underline}
.error b::before{content:"✖ ";color:#d1242f}.warning b::before{content:"▲ ";color:#bf8700}
pre{margin:4px 0;overflow-x:auto;font:12px/1.4 ui-monospace,monospace}
dl{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;margin:0}dt{opacity:.85}dd{margin:0}
.stale{background:#d1242f;color:#fff;padding:8px 14px;border-radius:6px;max-width:100%}.stale a{color:#fff}
summary{cursor:pointer;min-height:24px}[hidden]{display:none!important}@media print{section{display:none}}`;

const panel = {
  data: null,
  build: null,
  start() {
    this.host = make('her2gen-preview');
    const shadow = this.host.attachShadow({ mode: 'open' });
    this.stale = make('div', { class: 'stale', role: 'status', hidden: '' });
    this.box = make('div', { class: 'box', id: 'box', tabindex: '-1', hidden: '' });
    this.pill = make('button', { class: 'pill', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'box', onclick: () => this.toggle(this.box.hidden) }, '…');
    this.section = make('section', { 'aria-label': 'Preview', onkeydown: event => event.key === 'Escape' && this.toggle(false) }, this.stale, this.box, this.pill);
    shadow.append(make('style', {}, STYLE), this.section);
    document.documentElement.append(this.host);
  },
  toggle(isOpen) {
    this.box.hidden = !isOpen;
    this.pill.setAttribute('aria-expanded', isOpen);
    (isOpen ? this.box : this.pill).focus();
  },
  say(text) { this.pill.textContent = text; this.pill.dataset.worst = 'warning'; this.build = null; },
  async refresh() {
    const response = await fetch('/.her2gen/panel?page=' + encodeURIComponent(location.pathname));
    this.data = await response.json();
    this.build = this.data.build;
    this.draw();
    marks.draw();
  },
  draw() {
    const { errors, warnings, findings, more, stale, reading, took } = this.data;
    this.pill.textContent = errors + warnings === 0 ? 'Preview: sound' : [errors && count(errors, 'error'), warnings && count(warnings, 'warning')].filter(Boolean).join(', ');
    this.pill.dataset.worst = errors ? 'error' : warnings ? 'warning' : 'none';
    this.stale.hidden = !stale;
    if (stale) this.stale.replaceChildren('Stale: this page is as it was before. ', ...(stale.file ? [`${stale.message} `, link(stale)] : [stale.message]));
    const open = new Set([...this.box.querySelectorAll('details[open]')].map(details => details.dataset.name)), top = this.box.scrollTop;
    this.box.replaceChildren(
      make('h2', {}, 'Problems'),
      findings.length ? make('ul', {}, ...findings.map(problem)) : make('p', {}, 'None.'),
      ...(more ? [make('p', {}, `and ${more} more`)] : []),
      ...(reading ? [make('h2', {}, 'Reading'), figures(reading, open)] : []),
      make('p', {}, `Built and checked in ${took} ms. Alt-click a paragraph to open where it is written.`));
    this.box.scrollTop = top;
  },
};

const link = (place, text = `${place.file}:${place.line}:${place.column}`) => place.edit
  ? make('a', { href: place.edit }, text)
  : make('button', { type: 'button', onclick: () => copy(place) }, text);
async function copy(place) {
  await navigator.clipboard.writeText(`${place.file}:${place.line}`);
  panel.pill.textContent = `copied ${place.file}:${place.line}`;
}
function problem(found) {
  const item = make('li', { class: found.severity }, make('div', { class: 'what' }, make('span', {}, make('b', {}, found.severity), ` ${found.message}`), make('button', { type: 'button', 'aria-label': `Copy ${found.file}:${found.line}`, onclick: () => copy(found) }, 'Copy')), link(found), ` ${found.rule}`);
  if (found.source && found.end > found.column) {
    const cut = Math.max(0, found.column - 30), line = found.source.slice(cut, cut + 120);
    item.append(make('pre', { tabindex: '0', 'aria-label': 'Source line' }, line + '\n' + line.slice(0, found.column - 1 - cut).replace(/[^\t]/g, ' ') + '^'.repeat(Math.max(1, Math.min(found.end - found.column, 120 - (found.column - 1 - cut))))));
  }
  if (found.hint) item.append(make('div', {}, `Hint: ${found.hint}`));
  return item;
}
function figures(reading, open) {
  const rows = [['Words', reading.words.toLocaleString('en')], ['Reading time', count(reading.minutes, 'minute')]];
  if (reading.grade !== undefined) rows.push(['Plain-language summary', `grade ${reading.grade}`]);
  if (reading.evidence) rows.push(['Evidence up to', reading.evidence]);
  rows.push(['Size of the page', `${(reading.bytes / 1024).toFixed(0)} KiB`]);
  const list = make('dl', {}, ...rows.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]));
  const places = (name, items) => make('details', { 'data-name': name, open: open.has(name) ? '' : null }, make('summary', {}, `${name}: ${items.length}`), make('ul', {}, ...items.map(item => make('li', {}, link(item, item.text.slice(0, 100))))));
  return make('div', {}, list, places('Paragraphs without a source', reading.uncited), places('References not cited', reading.notCited));
}

// ---- Where things were written. A block is found again by its longest run of words, in the order of the text.
const marks = {
  places: null,
  map() {
    if (this.places) return this.places;
    this.places = new Map();
    const elements = [...document.body.querySelectorAll(BLOCKS)], texts = elements.map(element => element.textContent);
    let next = 0;
    for (const block of panel.data?.blocks ?? []) {
      const at = texts.findIndex((text, i) => i >= next && text.includes(block.words));
      if (at < 0) continue;
      if (!this.places.has(elements[at])) this.places.set(elements[at], block);
      next = at;
    }
    return this.places;
  },
  // The block itself, the one around it, or the last that stands before it.
  placeOf(target) {
    const places = this.map();
    for (let element = target; element; element = element.parentElement) if (places.has(element)) return places.get(element);
    let before = null;
    for (const [element, place] of places) if (element.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) before = place;
    return before ?? (panel.data?.file ? { file: panel.data.file, edit: panel.data.edit, line: 1, column: 1 } : null);
  },
  draw() {
    this.places = null;
    document.querySelectorAll('[data-her2gen]').forEach(element => element.removeAttribute('data-her2gen'));
    const here = panel.data.findings.filter(found => found.here).reverse();
    if (!here.length) return;
    const places = [...this.map()].sort(([, one], [, other]) => one.line - other.line || one.column - other.column);
    for (const found of here) {
      const at = places.findLast(([, place]) => place.line < found.line || (place.line === found.line && place.column <= found.column));
      at?.[0].setAttribute('data-her2gen', found.severity);
    }
  },
};
const sheet = new CSSStyleSheet();
sheet.replaceSync('[data-her2gen]{outline:2px dashed #bf8700;outline-offset:3px}[data-her2gen=error]{outline:2px solid #d1242f}@media print{[data-her2gen]{outline:none}}');
document.adoptedStyleSheets.push(sheet);

document.addEventListener('click', event => {
  if (!event.altKey || event.button !== 0 || event.composedPath().includes(panel.host)) return;
  const place = marks.placeOf(event.target);
  if (!place) return;
  event.preventDefault();
  event.stopPropagation();
  if (!place.edit) return void copy(place);
  const opener = make('a', { href: place.edit, hidden: '' });
  panel.section.append(opener);
  opener.click();
  opener.remove();
}, true);

panel.start();
connect();
})();
