/* Dialogs: focus goes in, and back to where it was. */
import { complete } from './completion.js';
import { byId } from './page.js';
import { formatTimes } from './times.js';

export const dialogs = { opener: null };

export function openDialog() {
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
export async function suggestValues(event) {
  const input = event.target;
  const command = input.form && input.form.elements.form;
  if (!input.list || !command || command.value.includes('~')) return;
  const typed = input.value;
  const choices = await complete(command.value + ' ' + input.name.slice('value.'.length) + '=' + typed);
  if (!input.isConnected || input.value !== typed) return;
  input.list.replaceChildren(...choices.map((choice) => new Option(choice.hint, choice.label)));
}

export function closeDialog() {
  const dialog = document.querySelector('#dialogs dialog');
  if (dialog) dialog.close();
}

export function findCommand(event) {
  const wanted = event.target.value.trim().toLowerCase();
  document.querySelectorAll('.command-list li').forEach((item) => {
    item.hidden = !item.textContent.toLowerCase().includes(wanted);
  });
}

export function confirmFirst(event) {
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
