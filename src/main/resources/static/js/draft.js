// form[data-draft="key"]: what is typed is kept in this browser until it was sent well. A form marked
// data-draft-secret, or one whose "tlp" is RED, is kept in the tab only.
import { changed, entries, forget, forgetAll, holds, keep, kept, key, named, once, put } from './shelf.js';

const SENT = 'noroshi:sent';
const PAUSE = 400;
const SOON = 2000;
let gone = false;

export function attachDrafts(root) {
  settle(root);
  for (const form of root.querySelectorAll('form[data-draft]')) {
    const given = givenBack(form);
    restore(form);
    let timer;
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => save(form, given), PAUSE);
    });
    form.addEventListener('submit', () => {
      clearTimeout(timer);
      save(form, given);
      sessionStorage.setItem(SENT, `${Date.now()} ${key(form)}`);
    });
  }
  for (const form of root.querySelectorAll('form[action="/sign-out"]')) {
    form.addEventListener('submit', () => {
      gone = true;
      forgetAll();
    });
  }
}

// A draft that was sent is done, unless this page says that it was refused or that the session was lost.
function settle(root) {
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  const [, at, name] = sent?.match(/^(\d+) (.*)$/s) ?? [];
  if (name && answered(Number(at)) && !root.querySelector('.error-summary, .refused, .plain')) {
    forget(name);
  }
}

// Whether this page is the end of what was sent: its way began with the sending, and a redirect led here or it was made
// by it (201). Whoever sent into a dead line and comes back has opened a page that is not, and finds what they wrote.
function answered(at) {
  const [way] = performance.getEntriesByType('navigation');
  return Math.abs(performance.timeOrigin - at) < SOON && (!way || way.redirectCount > 0 || way.responseStatus === 201);
}

// What the page gave back as it had been typed: to the browser it looks untouched.
const givenBack = (form) => kept(form).map((entry) => [named(form, entry), entry])
  .filter(([field, entry]) => field && holds(field, entry)).map(([field]) => field);

function save(form, given) {
  if (gone) {
    return;
  }
  const typed = entries(form).filter(([field]) => changed(field) || given.includes(field) || once(field));
  keep(form, typed.every(([field]) => once(field)) ? [] : typed.map(([, entry]) => entry));
}

function restore(form) {
  if (document.querySelector('.error-summary')) {
    return;
  }
  const missing = kept(form).map((entry) => [named(form, entry), entry])
    .filter(([field, entry]) => field && !holds(field, entry));
  if (missing.every(([field]) => once(field))) {
    return;
  }
  const marks = entries(form).filter(([field]) => once(field));
  for (const [field, entry] of missing) {
    put(field, entry);
    field.closest('details')?.setAttribute('open', '');
  }
  form.closest('details')?.setAttribute('open', '');
  form.prepend(note(form, marks));
}

function note(form, marks) {
  const line = document.createElement('p');
  line.className = 'draft-note';
  line.setAttribute('role', 'status');
  line.textContent = form.dataset.draftRestored;
  const discard = document.createElement('button');
  discard.type = 'button';
  discard.className = 'link-button';
  discard.textContent = form.dataset.draftDiscard;
  discard.addEventListener('click', () => {
    forget(key(form));
    form.reset();
    marks.forEach(([field, entry]) => put(field, entry));
    line.remove();
  });
  line.append(' ', discard);
  return line;
}
