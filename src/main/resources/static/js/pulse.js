// [data-pulse="now" data-pulse-from="address"]: while the page is looked at, asks whether anything has changed, and if so
// shows the page's own newest text in this place. Nothing is replaced while somebody writes in it.
const EVERY = 5000;

export function attachPulse(root) {
  const place = root.querySelector('[data-pulse]:not([data-pulse=""])');
  if (place === null) {
    return;
  }
  setInterval(async () => {
    if (root.hidden || writing(place)) {
      return;
    }
    const pulse = await fetch(place.dataset.pulseFrom).catch(() => null);
    if (pulse === null || !pulse.ok || pulse.redirected) {
      return;
    }
    const now = await pulse.text();
    if (now !== place.dataset.pulse) {
      await renew(root, place, now);
    }
  }, EVERY);
}

async function renew(root, place, now) {
  const answer = await fetch(location.href).catch(() => null);
  if (answer === null || !answer.ok || writing(place)) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('[data-pulse]');
  if (fresh === null) {
    return;
  }
  const focused = root.activeElement?.closest('a')?.getAttribute('href');
  const within = place.contains(root.activeElement);
  place.replaceChildren(...fresh.childNodes);
  place.dataset.pulse = now;
  if (within && focused) {
    place.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
  }
  const news = root.querySelector('[data-pulse-news]');
  news.textContent = '';
  news.textContent = news.dataset.pulseNews;
}

function writing(place) {
  const typed = [...place.querySelectorAll('input:not([type=hidden]), textarea')]
    .some((field) => field.value !== field.defaultValue);
  return typed || place.querySelector('input:focus, textarea:focus, select:focus') !== null
    || place.querySelector('details[open] form') !== null;
}
