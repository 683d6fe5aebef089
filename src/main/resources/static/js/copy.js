// button[data-copy="id"]: copies the text of that element; data-copied is said on the button for a moment.
const SAID_FOR = 2000;

export function attachCopy(root) {
  for (const button of root.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const source = document.getElementById(button.dataset.copy);
      await navigator.clipboard.writeText(source.value ?? source.innerText);
      say(button);
    });
  }
}

function say(button) {
  const before = button.textContent;
  button.setAttribute('aria-live', 'polite');
  button.textContent = button.dataset.copied;
  setTimeout(() => {
    button.textContent = before;
  }, SAID_FOR);
}
