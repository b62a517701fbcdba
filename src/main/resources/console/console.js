/* The page's own script: theme, command line, dialogs, live messages, times. htmx does the requests. */
(function () {
  'use strict';

  const root = document.documentElement;
  const store = window.localStorage;
  const byId = (id) => document.getElementById(id);

  /* ---- Theme: as the system says, unless the visitor chose ---- */

  const THEMES = { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' };
  const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

  function chosenTheme() {
    return THEMES[store.getItem('hallm.theme')] ? store.getItem('hallm.theme') : 'system';
  }

  function applyTheme() {
    const chosen = chosenTheme();
    const dark = chosen === 'dark' || (chosen === 'system' && darkSystem.matches);
    root.dataset.theme = dark ? 'dark' : 'light';
    const word = byId('theme-word');
    if (word) word.textContent = THEMES[chosen];
  }

  function nextTheme() {
    const names = Object.keys(THEMES);
    store.setItem('hallm.theme', names[(names.indexOf(chosenTheme()) + 1) % names.length]);
    applyTheme();
  }

  applyTheme(); // before the first paint
  darkSystem.addEventListener('change', applyTheme);

  /* ---- Times in the reader's zone ---- */

  const clockTime = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
  const dayTime = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  const exactTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });
  const UNITS = [['day', 86400], ['hour', 3600], ['minute', 60]];

  function relativeText(date) {
    const seconds = (date.getTime() - Date.now()) / 1000;
    const unit = UNITS.find(([, size]) => Math.abs(seconds) >= size);
    if (unit) return relative.format(Math.round(seconds / unit[1]), unit[0]);
    return seconds > 10 ? 'in less than a minute' : 'just now';
  }

  function formatTimes(within) {
    within.querySelectorAll('time').forEach((time) => {
      const date = new Date(time.dateTime);
      const today = date.toDateString() === new Date().toDateString();
      const plain = (today ? clockTime : dayTime).format(date);
      time.textContent = 'relative' in time.dataset ? relativeText(date) : plain;
      time.title = exactTime.format(date);
    });
  }

  /* ---- Where we are ---- */

  const here = () => JSON.parse(document.body.getAttribute('hx-vals'));

  /* ---- Messages that arrive or change ---- */

  function atBottom(list) {
    return list.scrollHeight - list.scrollTop - list.clientHeight < 120;
  }

  function toBottom() {
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

  function upsert(markup) {
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

  /* ---- What is new elsewhere ---- */

  const seenKey = (channel) => 'hallm.seen.' + here().as + '.' + channel;

  function markSeen() {
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

  function countNews() {
    document.querySelectorAll('[data-channel]').forEach((link) => {
      const seen = Number(store.getItem(seenKey(link.dataset.channel)) || 0);
      const current = link.dataset.channel === here().channel;
      const numbers = link.dataset.news.split(' ').filter(Boolean).map(Number);
      badge(link, current ? 0 : numbers.filter((number) => number > seen).length);
    });
  }

  const known = new Set();

  function elsewhere(news) {
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

  /* ---- Completion: a combobox with a listbox ---- */

  const completion = { timer: 0, asked: 0, active: -1 };
  const options = () => Array.from(byId('choices').children);

  function closeChoices() {
    window.clearTimeout(completion.timer);
    completion.asked++;
    completion.active = -1;
    byId('choices').hidden = true;
    byId('choices').replaceChildren();
    byId('line').setAttribute('aria-expanded', 'false');
    byId('line').removeAttribute('aria-activedescendant');
  }

  function option(choice, index) {
    const item = document.createElement('li');
    item.id = 'choice-' + index;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    item.dataset.text = choice.text;
    [choice.label, choice.hint].forEach((text) => {
      const part = document.createElement('span');
      part.textContent = text;
      item.append(part);
    });
    return item;
  }

  function showChoices(choices) {
    if (!choices.length) return closeChoices();
    completion.active = -1;
    byId('choices').replaceChildren(...choices.map(option));
    byId('choices').hidden = false;
    byId('line').setAttribute('aria-expanded', 'true');
    byId('line').removeAttribute('aria-activedescendant');
    return undefined;
  }

  /** What may follow a text; nothing while the bot is away. */
  async function complete(text) {
    try {
      const answer = await fetch('/console/complete?' + new URLSearchParams({ as: here().as, text }));
      return answer.ok ? await answer.json() : [];
    } catch {
      return [];
    }
  }

  async function askChoices() {
    const number = ++completion.asked;
    const line = byId('line');
    const choices = await complete(line.value.slice(0, line.selectionStart));
    if (number === completion.asked && document.activeElement === line) showChoices(choices);
  }

  function askChoicesSoon() {
    window.clearTimeout(completion.timer);
    completion.timer = window.setTimeout(askChoices, 70);
  }

  function moveChoice(by) {
    const all = options();
    completion.active = (completion.active + by + all.length + (completion.active < 0 && by < 0 ? 1 : 0)) % all.length;
    all.forEach((item, i) => item.setAttribute('aria-selected', String(i === completion.active)));
    all[completion.active].scrollIntoView({ block: 'nearest' });
    byId('line').setAttribute('aria-activedescendant', all[completion.active].id);
  }

  function takeChoice(item) {
    const line = byId('line');
    line.value = item.dataset.text.replace(/\s*$/, ' ');
    line.focus();
    line.setSelectionRange(line.value.length, line.value.length);
    closeChoices();
    askChoicesSoon();
  }

  /* ---- Earlier commands ---- */

  const earlier = { at: -1 };
  const historyKey = () => 'hallm.history.' + here().as;
  const history = () => JSON.parse(store.getItem(historyKey()) || '[]');

  function remember(text) {
    const words = text.trim();
    if (!words) return;
    const kept = [words].concat(history().filter((other) => other !== words)).slice(0, 50);
    store.setItem(historyKey(), JSON.stringify(kept));
  }

  function recall(by) {
    const all = history();
    const next = earlier.at + by;
    if (next < -1 || next >= all.length) return;
    earlier.at = next;
    byId('line').value = next < 0 ? '' : all[next];
  }

  function onLineKey(event) {
    const open = !byId('choices').hidden;
    const line = event.target;
    if (event.key === 'ArrowDown' && open) moveChoice(1);
    else if (event.key === 'ArrowUp' && open && earlier.at < 0) moveChoice(-1);
    else if (event.key === 'ArrowDown' && earlier.at >= 0) recall(-1);
    else if (event.key === 'ArrowUp' && (line.value === '' || earlier.at >= 0)) recall(1);
    else if (event.key === 'ArrowDown') askChoices();
    else if (event.key === 'Tab' && !event.shiftKey && open) takeChoice(options()[Math.max(completion.active, 0)]);
    else if (event.key === 'Enter' && open && completion.active >= 0) takeChoice(options()[completion.active]);
    else if (event.key === 'Escape' && open) closeChoices();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onLineInput() {
    earlier.at = -1;
    byId('problem').replaceChildren();
    if (byId('line').value.trim()) askChoicesSoon(); else closeChoices();
  }

  /* ---- Dialogs: focus goes in, and back to where it was ---- */

  const dialogs = { opener: null };

  function openDialog() {
    const dialog = document.querySelector('#dialogs dialog');
    if (!dialog || dialog.open) return;
    dialog.addEventListener('close', () => {
      if (!dialog.isConnected) return;
      dialog.remove();
      const opener = dialogs.opener && dialogs.opener.isConnected ? dialogs.opener : byId('line');
      dialogs.opener = null;
      opener.focus();
    });
    dialog.showModal();
    const first = dialog.querySelector('[aria-invalid="true"]')
      || dialog.querySelector('.form-fields input, .form-fields select, .form-fields textarea, .find');
    if (first) first.focus();
    formatTimes(dialog);
  }

  /** What a field of a command's form may hold, as the same command line would complete it. */
  async function suggestValues(event) {
    const input = event.target;
    const command = input.form && input.form.elements.form;
    if (!input.list || !command || command.value.includes('~')) return;
    const typed = input.value;
    const choices = await complete(command.value + ' ' + input.name.slice('value.'.length) + '=' + typed);
    if (input.isConnected && input.value === typed) input.list.replaceChildren(...choices.map((choice) => new Option(choice.hint, choice.label)));
  }

  function closeDialog() {
    const dialog = document.querySelector('#dialogs dialog');
    if (dialog) dialog.close();
  }

  function findCommand(event) {
    const wanted = event.target.value.trim().toLowerCase();
    document.querySelectorAll('.command-list li').forEach((item) => {
      item.hidden = !item.textContent.toLowerCase().includes(wanted);
    });
  }

  function confirmFirst(event) {
    if (!event.detail.question) return;
    event.preventDefault();
    const dialog = byId('confirm');
    const opener = event.detail.elt;
    byId('confirm-question').textContent = event.detail.question;
    byId('confirm-yes').textContent = opener.textContent;
    dialog.returnValue = '';
    dialog.addEventListener('close', () => {
      opener.focus();
      if (dialog.returnValue === 'yes') event.detail.issueRequest(true);
    }, { once: true });
    dialog.showModal();
  }

  /* ---- The drawer of small screens ---- */

  function drawer(open) {
    byId('side').classList.toggle('open', open);
    byId('menu').setAttribute('aria-expanded', String(open));
    (open ? byId('side').querySelector('a[aria-current]') : byId('menu')).focus();
  }

  const drawerOpen = () => byId('side').classList.contains('open');

  /* ---- Requests: each thing done has a key, kept until it was accepted or became another thing ---- */

  function giveKey(event) {
    if (event.detail.verb !== 'post') return;
    const doer = event.detail.elt;
    const what = new URLSearchParams(event.detail.formData).toString();
    if (!doer.dataset.key || doer.dataset.what !== what) doer.dataset.key = window.crypto.randomUUID();
    doer.dataset.what = what;
    event.detail.parameters.set('key', doer.dataset.key);
  }

  /* A line that is sent while another one is on its way waits for it. */
  const sending = { busy: false, again: false, text: '' };

  function onSubmit(event) {
    if (event.target.id === 'say' && sending.busy) sending.again = true;
  }

  function beforeRequest(event) {
    const doer = event.detail.elt;
    if (doer.id === 'say') {
      sending.busy = true;
      sending.text = byId('line').value;
    }
    if (!doer.closest('#dialogs')) dialogs.opener = doer.id === 'say' ? byId('line') : doer;
  }

  function afterRequest(event) {
    if (event.detail.elt.id !== 'say') return;
    sending.busy = false;
    if (sending.again) window.setTimeout(() => { if (byId('line').value) byId('say').requestSubmit(); });
    sending.again = false;
  }

  function onAccepted(event) {
    const doer = event.target;
    delete doer.dataset.key;
    if (doer.id === 'say') {
      remember(sending.text);
      if (byId('line').value === sending.text) byId('line').value = '';
      earlier.at = -1;
      closeChoices();
      toBottom();
    } else if (doer.closest('dialog')) {
      closeDialog();
    } else {
      showThatItWasTaken(doer);
    }
  }

  /** Until the message changes, or for a moment when it does not. */
  function showThatItWasTaken(button) {
    button.classList.add('taken');
    window.setTimeout(() => button.classList.remove('taken'), 3000);
  }

  function onSendError() {
    const text = document.createElement('p');
    text.textContent = 'The bot did not answer. What you typed is still here; try again.';
    (byId('form-problem') || byId('problem')).replaceChildren(text);
  }

  function onStream(event) {
    const data = event.detail.data;
    if (event.detail.type === 'message') upsert(data);
    else if (event.detail.type === 'elsewhere') elsewhere(JSON.parse(data));
    else if (data !== document.body.dataset.boot) reload();
    event.preventDefault();
  }

  function reload() {
    window.sessionStorage.setItem('hallm.draft', byId('line').value);
    window.location.reload();
  }

  function restoreDraft() {
    byId('line').value = window.sessionStorage.getItem('hallm.draft') || '';
    window.sessionStorage.removeItem('hallm.draft');
  }

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
    byId('theme').addEventListener('click', nextTheme);
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

  document.addEventListener('DOMContentLoaded', () => {
    applyTheme();
    formatTimes(document);
    listenToHtmx();
    listenToPeople();
    restoreDraft();
    markSeen();
    countNews();
    toBottom();
    if (window.matchMedia('(min-width: 761px)').matches) byId('line').focus();
    window.setInterval(() => formatTimes(document), 20000);
  });
})();
