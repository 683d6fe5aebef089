// A form that is on its way is not sent again by a second click; coming back to the page makes it ready again.
export function attachOnce(root) {
  root.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post') {
      return;
    }
    if (form.dataset.sent !== undefined) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = '';
  });
  root.defaultView.addEventListener('pageshow', () => {
    for (const form of root.querySelectorAll('[data-sent]')) {
      delete form.dataset.sent;
    }
  });
}
