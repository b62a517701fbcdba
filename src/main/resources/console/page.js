/* Where we are, and what every part of the page needs. */
export const store = window.localStorage;
export const byId = (id) => document.getElementById(id);

/** Who the visitor is and in which channel. */
export const here = () => JSON.parse(document.body.getAttribute('hx-vals'));
