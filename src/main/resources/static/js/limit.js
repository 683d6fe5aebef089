// [data-limit]: tells how many letters are left; data-limit-text holds the sentence with {0}.
export function attachLimits(root) {
  for (const field of root.querySelectorAll('[data-limit]')) {
    const limit = Number(field.dataset.limit);
    const left = document.createElement('p');
    left.className = 'field__left';
    left.setAttribute('aria-live', 'polite');
    field.after(left);
    const count = () => {
      const remaining = limit - [...field.value].length;
      left.textContent = field.dataset.limitText.replace('{0}', remaining.toLocaleString('en'));
      left.classList.toggle('field__left--over', remaining < 0);
    };
    field.addEventListener('input', count);
    count();
  }
}
