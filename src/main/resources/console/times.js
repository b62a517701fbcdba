/* Times in the reader's zone. */
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

export function formatTimes(within) {
  within.querySelectorAll('time').forEach((time) => {
    const date = new Date(time.dateTime);
    const today = date.toDateString() === new Date().toDateString();
    const plain = (today ? clockTime : dayTime).format(date);
    time.textContent = 'relative' in time.dataset ? relativeText(date) : plain;
    time.title = exactTime.format(date);
  });
}
