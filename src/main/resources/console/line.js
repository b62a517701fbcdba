/* The command line: its keys and earlier commands. */
import {
  askChoices, askChoicesSoon, closeChoices, completion, moveChoice, options, takeChoice,
} from './completion.js';
import { byId, here, store } from './page.js';

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

export function onLineKey(event) {
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

export function onLineInput() {
  earlier.at = -1;
  byId('problem').replaceChildren();
  if (byId('line').value.trim()) askChoicesSoon(); else closeChoices();
}

/** What happens once a line was taken. */
export function onLineTaken(text) {
  remember(text);
  if (byId('line').value === text) byId('line').value = '';
  earlier.at = -1;
  closeChoices();
}

const DRAFT = 'hallm.draft';

/** Loads the page anew without losing what is being typed. */
export function reload() {
  window.sessionStorage.setItem(DRAFT, byId('line').value);
  window.location.reload();
}

export function restoreDraft() {
  byId('line').value = window.sessionStorage.getItem(DRAFT) || '';
  window.sessionStorage.removeItem(DRAFT);
}
