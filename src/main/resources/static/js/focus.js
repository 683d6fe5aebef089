// data-focus: the summary of errors takes the focus when the page arrives.
export function attachFocus(root) {
  root.querySelector('[data-focus]')?.focus();
}
