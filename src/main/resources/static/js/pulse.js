// [data-pulse="now" data-pulse-from="address" data-pulse-part="address"]: while the page is looked at, asks whether anything
// has changed, and if so shows the newest text of this part, filtered as the page is. Nothing is replaced while somebody
// writes in it.
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
  const answer = await fetch(place.dataset.pulsePart + location.search).catch(() => null);
  if (answer === null || !answer.ok || answer.redirected || writing(place)) {
    return;
  }
  const part = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const focused = root.activeElement?.closest('a')?.getAttribute('href');
  const within = place.contains(root.activeElement);
  place.replaceChildren(...part.body.childNodes);
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
