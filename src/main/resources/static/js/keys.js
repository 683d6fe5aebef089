// Single-key shortcuts, off until the reader switches them on in this browser (WCAG 2.1.4):
// "/" goes to the search field, "?" shows the sheet (dialog[data-keys]).
const KEY = 'noroshi:keys';

export function attachKeys(root) {
  const on = () => localStorage.getItem(KEY) === 'on';
  root.documentElement.toggleAttribute('data-keys-on', on());
  for (const box of root.querySelectorAll('[data-keys-switch]')) {
    box.disabled = false;
    box.checked = on();
    box.addEventListener('change', () => {
      localStorage.setItem(KEY, box.checked ? 'on' : 'off');
      root.documentElement.toggleAttribute('data-keys-on', on());
    });
  }
  root.addEventListener('keydown', (event) => {
    if (!on() || busy(event)) {
      return;
    }
    if (event.key === '/') {
      event.preventDefault();
      root.querySelector('[data-find]')?.focus();
    } else if (event.key === 'j' || event.key === 'k') {
      step(root, event.key === 'j' ? 1 : -1);
    } else if (event.key === '?') {
      root.querySelector('dialog[data-keys]')?.showModal();
    }
  });
}

// "j" and "k" go from one entry of [data-keys-list] to the next.
function step(root, by) {
  const entries = [...root.querySelectorAll('[data-keys-list] li a')];
  const at = entries.indexOf(root.activeElement);
  entries.at(at < 0 ? 0 : Math.min(Math.max(at + by, 0), entries.length - 1))?.focus();
}

function busy(event) {
  return event.ctrlKey || event.metaKey || event.altKey || event.isComposing
    || event.target.closest('input, textarea, select, [contenteditable]') !== null;
}
