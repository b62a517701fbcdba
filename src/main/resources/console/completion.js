/* Completion: a combobox with a listbox. */
import { byId, here } from './page.js';

export const completion = { timer: 0, asked: 0, active: -1 };
export const options = () => Array.from(byId('choices').children);

export function closeChoices() {
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
  const chosen = completion.active < 0 ? null : options()[completion.active].dataset.text;
  byId('choices').replaceChildren(...choices.map(option));
  byId('choices').hidden = false;
  byId('line').setAttribute('aria-expanded', 'true');
  return choose(choices.findIndex((choice) => choice.text === chosen));
}

/** What may follow a text; nothing while the bot is away. */
export async function complete(text) {
  try {
    const answer = await fetch('/console/complete?' + new URLSearchParams({ as: here().as, text }));
    return answer.ok ? await answer.json() : [];
  } catch {
    return [];
  }
}

export async function askChoices() {
  const number = ++completion.asked;
  const line = byId('line');
  const choices = await complete(line.value.slice(0, line.selectionStart));
  if (number === completion.asked && document.activeElement === line) showChoices(choices);
}

export function askChoicesSoon() {
  window.clearTimeout(completion.timer);
  completion.timer = window.setTimeout(askChoices, 70);
}

/** Marks one of the choices, or none for -1. */
function choose(index) {
  completion.active = index;
  byId('line').removeAttribute('aria-activedescendant');
  options().forEach((item, i) => item.setAttribute('aria-selected', String(i === index)));
  if (index < 0) return;
  const chosen = options()[index];
  chosen.scrollIntoView({ block: 'nearest' });
  byId('line').setAttribute('aria-activedescendant', chosen.id);
}

export function moveChoice(by) {
  const all = options();
  choose((completion.active + by + all.length + (completion.active < 0 && by < 0 ? 1 : 0)) % all.length);
}

export function takeChoice(item) {
  const line = byId('line');
  line.value = item.dataset.text.replace(/\s*$/, ' ');
  line.focus();
  line.setSelectionRange(line.value.length, line.value.length);
  closeChoices();
  askChoicesSoon();
}
