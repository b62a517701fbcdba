/* Light or dark as the system says, unless the visitor chose; not a module, so that it runs before the first paint. */
(function () {
  'use strict';

  const root = document.documentElement;
  const store = window.localStorage;
  const THEMES = { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' };
  const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

  function chosenTheme() {
    return THEMES[store.getItem('hallm.theme')] ? store.getItem('hallm.theme') : 'system';
  }

  function applyTheme() {
    const chosen = chosenTheme();
    const dark = chosen === 'dark' || (chosen === 'system' && darkSystem.matches);
    root.dataset.theme = dark ? 'dark' : 'light';
    const word = document.getElementById('theme-word');
    if (word) word.textContent = THEMES[chosen];
  }

  function nextTheme() {
    const names = Object.keys(THEMES);
    store.setItem('hallm.theme', names[(names.indexOf(chosenTheme()) + 1) % names.length]);
    applyTheme();
  }

  applyTheme();
  darkSystem.addEventListener('change', applyTheme);
  document.addEventListener('DOMContentLoaded', () => {
    applyTheme();
    document.getElementById('theme').addEventListener('click', nextTheme);
  });
})();
