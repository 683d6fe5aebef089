// Where drafts lie until they were sent well: in the browser, or, for what is secret, in the tab only. An entry is a
// field's name and value; of a box (data-draft-boxes) also whether it was ticked.
const PREFIX = 'noroshi:draft:';
const KINDS = ['text', 'tel', 'email', 'url', 'number', 'date', 'time', 'datetime-local'];

export const key = (form) => PREFIX + form.dataset.draft;
export const kept = (form) => JSON.parse(sessionStorage.getItem(key(form)) ?? localStorage.getItem(key(form)) ?? '[]');

const box = (field) => field.matches('input[type="checkbox"], input[type="radio"]');
const word = (field) => field.matches('textarea, select') || field.matches('input') && KINDS.includes(field.type)
  || once(field);

/** The marks by which the same sent twice is one, and of what one had before one: they come back with the words. */
export const once = (field) => field.matches('input[type="hidden"]:is([name="once"], [name="_page"], [name="seen"])');
const fields = (form) => [...form.elements]
  .filter((field) => field.name && (word(field) || 'draftBoxes' in form.dataset && box(field)));

/** What stands in the form, field by field, each with its entry. */
export const entries = (form) => fields(form)
  .map((field) => [field, box(field) ? [field.name, field.value, field.checked] : [field.name, field.value]]);

export const holds = (field, [, value, ticked]) => (ticked === undefined ? field.value === value : field.checked === ticked);

export const named = (form, [name, value, ticked]) => fields(form)
  .find((field) => field.name === name && box(field) === (ticked !== undefined) && (!box(field) || field.value === value));

export function put(field, [, value, ticked]) {
  if (ticked === undefined) {
    field.value = value;
  } else {
    field.checked = ticked;
  }
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

export function changed(field) {
  if (box(field)) {
    return field.checked !== field.defaultChecked;
  }
  return field.matches('select')
    ? ![...field.options].some((option) => option.defaultSelected && option.selected)
    : field.value !== field.defaultValue;
}

const secret = (form) => 'draftSecret' in form.dataset || form.elements.tlp?.value === 'RED';

export function keep(form, typed) {
  forget(key(form));
  if (typed.length > 0) {
    (secret(form) ? sessionStorage : localStorage).setItem(key(form), JSON.stringify(typed));
  }
}

export function forget(name) {
  localStorage.removeItem(name);
  sessionStorage.removeItem(name);
}

export function forgetAll() {
  for (const shelf of [localStorage, sessionStorage]) {
    Object.keys(shelf).filter((name) => name.startsWith(PREFIX)).forEach((name) => shelf.removeItem(name));
  }
}
