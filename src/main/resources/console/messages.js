/* Messages that arrive or change. */
import { byId } from './page.js';
import { formatTimes } from './times.js';
import { markSeen } from './news.js';

function atBottom(list) {
  return list.scrollHeight - list.scrollTop - list.clientHeight < 120;
}

export function toBottom() {
  byId('messages').scrollTop = byId('messages').scrollHeight;
}

/** To the end, but never past the beginning of a message that is taller than what can be seen. */
function follow(article) {
  const list = byId('messages');
  toBottom();
  const above = list.getBoundingClientRect().top - article.getBoundingClientRect().top;
  if (above > 0) list.scrollTop -= above + 12;
}

function announce(text) {
  const line = document.createElement('p');
  line.textContent = text;
  byId('announcer').replaceChildren(line);
}

function focusedLabel(article) {
  const focused = document.activeElement;
  return article.contains(focused) ? focused.getAttribute('aria-label') || focused.textContent : null;
}

function refocus(article, label) {
  const buttons = Array.from(article.querySelectorAll('button'));
  const same = buttons.find((button) => (button.getAttribute('aria-label') || button.textContent) === label);
  (same || byId('line')).focus({ preventScroll: true });
}

function replace(old, article) {
  const label = focusedLabel(old);
  const wasWorking = old.classList.contains('working');
  old.replaceWith(article);
  article.classList.add(wasWorking ? 'arrived' : 'changed');
  if (label !== null) refocus(article, label);
}

function insert(list, article) {
  const order = Number(article.dataset.order);
  const later = Array.from(list.querySelectorAll('.message')).find((other) => Number(other.dataset.order) > order);
  list.insertBefore(article, later || null);
  article.classList.add('arrived');
}

export function upsert(markup) {
  const list = byId('messages');
  const template = document.createElement('template');
  template.innerHTML = markup;
  const article = template.content.querySelector('article');
  const old = byId(article.id);
  if (old && Number(old.dataset.change) >= Number(article.dataset.change)) return;
  const atEnd = atBottom(list);
  formatTimes(article);
  if (old) replace(old, article); else insert(list, article);
  window.htmx.process(article);
  if (atEnd) follow(article);
  if (article.classList.contains('posted')) announce(article.dataset.text);
  markSeen();
}
