// textarea[data-line] is mostly given one line: Enter sends it, as in a search field. Shift+Enter begins another line,
// and of several lines Enter is only one more.
const CONFIRMS = 229;

export function attachLines(root) {
  for (const field of root.querySelectorAll('textarea[data-line]')) {
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !choosing(event) && !field.value.includes('\n')) {
        event.preventDefault();
        field.form.requestSubmit();
      }
    });
  }
}

// Enter that confirms what an input method proposes; where that ends before the key is told, its code says so.
const choosing = (event) => event.isComposing || event.keyCode === CONFIRMS;
