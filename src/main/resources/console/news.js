/* What is new elsewhere. */
import { byId, here, store } from './page.js';

const seenKey = (channel) => 'hallm.seen.' + here().as + '.' + channel;

export function markSeen() {
  const numbers = Array.from(document.querySelectorAll('.message')).map((m) => Number(m.dataset.created));
  if (numbers.length) store.setItem(seenKey(here().channel), Math.max(...numbers));
}

function badge(link, count) {
  const place = link.querySelector('.badge');
  place.hidden = count === 0;
  place.textContent = count > 9 ? '9+' : count;
  if (count) {
    const words = document.createElement('span');
    words.className = 'hidden';
    words.textContent = ' new';
    place.append(words);
  }
  link.dataset.count = count;
}

export function countNews() {
  document.querySelectorAll('[data-channel]').forEach((link) => {
    const seen = Number(store.getItem(seenKey(link.dataset.channel)) || 0);
    const current = link.dataset.channel === here().channel;
    const numbers = link.dataset.news.split(' ').filter(Boolean).map(Number);
    badge(link, current ? 0 : numbers.filter((number) => number > seen).length);
  });
}

const known = new Set();

export function elsewhere(news) {
  const link = document.querySelector('[data-channel="' + news.channel + '"]');
  if (known.has(news.message) || !link) return;
  known.add(news.message);
  badge(link, Number(link.dataset.count) + 1);
  toast(news, link.href);
}

function toast(news, address) {
  const note = document.createElement('a');
  note.className = 'toast';
  note.href = address;
  const where = document.createElement('strong');
  where.textContent = news.title;
  const text = document.createElement('span');
  text.textContent = news.text;
  note.append(where, text);
  const toasts = byId('toasts');
  toasts.append(note);
  while (toasts.children.length > 3) toasts.firstChild.remove();
  window.setTimeout(() => note.remove(), 8000);
}
