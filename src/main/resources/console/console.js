/* The page's own script, which ties its parts together. htmx does the requests. */
import { askChoicesSoon, closeChoices, takeChoice } from './completion.js';
import { closeDialog, confirmFirst, findCommand, openDialog, suggestValues } from './dialogs.js';
import { onLineInput, onLineKey, restoreDraft } from './line.js';
import { toBottom } from './messages.js';
import { countNews, markSeen } from './news.js';
import { byId } from './page.js';
import { afterRequest, beforeRequest, giveKey, onAccepted, onSendError, onStream, onSubmit } from './requests.js';
import { formatTimes } from './times.js';

/* ---- The drawer of small screens ---- */

function drawer(open) {
  byId('side').classList.toggle('open', open);
  byId('menu').setAttribute('aria-expanded', String(open));
  (open ? byId('side').querySelector('a[aria-current]') : byId('menu')).focus();
}

const drawerOpen = () => byId('side').classList.contains('open');

/* ---- Listeners ---- */

function listenToHtmx() {
  const body = document.body;
  body.addEventListener('htmx:configRequest', giveKey);
  body.addEventListener('htmx:confirm', confirmFirst);
  body.addEventListener('console:accepted', onAccepted);
  body.addEventListener('htmx:sendError', onSendError);
  body.addEventListener('htmx:sseBeforeMessage', onStream);
  body.addEventListener('htmx:sseError', () => { byId('offline').textContent = 'reconnecting…'; });
  body.addEventListener('htmx:sseOpen', () => { byId('offline').textContent = ''; });
  body.addEventListener('submit', onSubmit, { capture: true });
  body.addEventListener('htmx:beforeRequest', beforeRequest);
  body.addEventListener('htmx:afterRequest', afterRequest);
  body.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.target.id === 'dialogs') openDialog();
  });
}

function listenToPeople() {
  const line = byId('line');
  line.addEventListener('keydown', onLineKey);
  line.addEventListener('input', onLineInput);
  line.addEventListener('blur', () => window.setTimeout(() => {
    if (document.activeElement !== line) closeChoices();
  }, 150));
  byId('choices').addEventListener('mousedown', (event) => {
    event.preventDefault();
    const item = event.target.closest('li');
    if (item) takeChoice(item);
  });
  byId('menu').addEventListener('click', () => drawer(true));
  byId('menu-close').addEventListener('click', () => drawer(false));
  document.addEventListener('click', onClick);
  document.addEventListener('input', (event) => { if (event.target.id === 'find') findCommand(event); });
  byId('dialogs').addEventListener('focusin', suggestValues);
  byId('dialogs').addEventListener('input', suggestValues);
  document.addEventListener('keydown', onKey);
}

function onClick(event) {
  const start = event.target.closest('[data-say]');
  if (start) {
    byId('line').value = start.dataset.say + ' ';
    byId('line').focus();
    askChoicesSoon();
  }
  if (event.target.closest('[data-close]')) closeDialog();
  if (drawerOpen() && !event.target.closest('#side') && !event.target.closest('#menu')) drawer(false);
}

function onKey(event) {
  const typing = event.target.closest('input, select, textarea, dialog');
  if (event.key === '/' && !typing) {
    event.preventDefault();
    byId('line').focus();
  } else if (event.key === 'Escape' && drawerOpen()) {
    drawer(false);
  }
}

listenToHtmx();
listenToPeople();
formatTimes(document);
restoreDraft();
markSeen();
countNews();
toBottom();
if (window.matchMedia('(min-width: 761px)').matches) byId('line').focus();
window.setInterval(() => formatTimes(document), 20000);
