// a[data-live]: its count follows the stream at that address; without it the count is that of the page.
export function attachLive(root) {
  for (const link of root.querySelectorAll('a[data-live]')) {
    const count = link.querySelector('[data-live-count]');
    if (!count || !window.EventSource) {
      continue;
    }
    const stream = new EventSource(link.dataset.live);
    stream.addEventListener('count', (event) => {
      const unread = JSON.parse(event.data).unread;
      count.firstChild.textContent = unread >= 50 ? '50+' : String(unread);
      count.hidden = unread === 0;
    });
    window.addEventListener('pagehide', () => stream.close());
  }
}
