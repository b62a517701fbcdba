/* Requests: each thing done has a key, kept until it was accepted or became another thing. */
import { closeDialog, dialogs } from './dialogs.js';
import { onLineTaken, reload } from './line.js';
import { toBottom, upsert } from './messages.js';
import { elsewhere } from './news.js';
import { byId } from './page.js';

export function giveKey(event) {
  if (event.detail.verb !== 'post') return;
  const doer = event.detail.elt;
  const what = new URLSearchParams(event.detail.formData).toString();
  if (!doer.dataset.key || doer.dataset.what !== what) doer.dataset.key = window.crypto.randomUUID();
  doer.dataset.what = what;
  event.detail.parameters.set('key', doer.dataset.key);
}

/* A line that is sent while another one is on its way waits for it. */
const sending = { busy: false, again: false, text: '' };

export function onSubmit(event) {
  if (event.target.id === 'say' && sending.busy) sending.again = true;
}

export function beforeRequest(event) {
  const doer = event.detail.elt;
  if (doer.id === 'say') {
    sending.busy = true;
    sending.text = byId('line').value;
  }
  if (!doer.closest('#dialogs')) dialogs.opener = doer.id === 'say' ? byId('line') : doer;
}

export function afterRequest(event) {
  if (event.detail.elt.id !== 'say') return;
  sending.busy = false;
  if (sending.again) window.setTimeout(() => { if (byId('line').value) byId('say').requestSubmit(); });
  sending.again = false;
}

export function onAccepted(event) {
  const doer = event.target;
  delete doer.dataset.key;
  if (doer.id === 'say') {
    onLineTaken(sending.text);
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

export function onSendError() {
  const text = document.createElement('p');
  text.textContent = 'The bot did not answer. What you typed is still here; try again.';
  (byId('form-problem') || byId('problem')).replaceChildren(text);
}

export function onStream(event) {
  const data = event.detail.data;
  if (event.detail.type === 'message') upsert(data);
  else if (event.detail.type === 'elsewhere') elsewhere(JSON.parse(data));
  else if (data !== document.body.dataset.boot) reload();
  event.preventDefault();
}
