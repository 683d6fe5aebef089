// form[data-draft="key"]: what is typed is kept in this browser until it was sent well. A form marked
// data-draft-secret, or one whose "tlp" is RED, is kept in the tab only.
const PREFIX = 'noroshi:draft:';
const SENT = 'noroshi:sent';
const PAUSE = 400;

export function attachDrafts(root) {
  settle(root);
  for (const form of root.querySelectorAll('form[data-draft]')) {
    restore(form);
    let timer;
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => save(form), PAUSE);
    });
    form.addEventListener('submit', () => {
      clearTimeout(timer);
      save(form);
      sessionStorage.setItem(SENT, key(form));
    });
  }
  for (const form of root.querySelectorAll('form[action="/sign-out"]')) {
    form.addEventListener('submit', forgetAll);
  }
}

// A draft that was sent is done, unless this page says that it was refused or that the session was lost.
function settle(root) {
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (sent && !root.querySelector('.error-summary, .refused, .plain')) {
    forget(sent);
  }
}

function save(form) {
  const typed = fields(form).filter(changed).map((field) => [field.name, field.value]);
  forget(key(form));
  if (typed.length > 0) {
    shelf(form).setItem(key(form), JSON.stringify(typed));
  }
}

function restore(form) {
  const kept = sessionStorage.getItem(key(form)) ?? localStorage.getItem(key(form));
  if (!kept || document.querySelector('.error-summary')) {
    return;
  }
  for (const [name, value] of JSON.parse(kept)) {
    const field = fields(form).find((each) => each.name === name);
    if (field) {
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
  form.prepend(note(form));
}

function note(form) {
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
    line.remove();
  });
  line.append(' ', discard);
  return line;
}

const key = (form) => PREFIX + form.dataset.draft;
const secret = (form) => 'draftSecret' in form.dataset || form.elements.tlp?.value === 'RED';
const shelf = (form) => (secret(form) ? sessionStorage : localStorage);
const fields = (form) => [...form.elements].filter((field) => field.name && field.matches('textarea, select, input[type="text"]'));
const changed = (field) => field.matches('select')
  ? ![...field.options].some((option) => option.defaultSelected && option.selected)
  : field.value !== field.defaultValue;

function forget(name) {
  localStorage.removeItem(name);
  sessionStorage.removeItem(name);
}

function forgetAll() {
  for (const shelf of [localStorage, sessionStorage]) {
    Object.keys(shelf).filter((name) => name.startsWith(PREFIX)).forEach((name) => shelf.removeItem(name));
  }
}
