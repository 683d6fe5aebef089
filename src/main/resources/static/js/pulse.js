// [data-pulse="now" data-pulse-part="address" data-pulse-hand="address"]: while the page is looked at, asks for what has
// moved since its pulse, filtered as the page is, and puts each [data-moves] in the place of the old one. What there is to
// do is asked for when the answer says that it is something else, and now and then, because time alone makes things late.
// Nothing is replaced while somebody writes in it.
const EVERY = 5000;
const NOW_AND_THEN = 60000;

export function attachPulse(root) {
  const place = root.querySelector('[data-pulse]:not([data-pulse=""])');
  if (place === null) {
    return;
  }
  let asking = false;
  let asked = Date.now();
  setInterval(async () => {
    if (asking || root.hidden || writing(place)) {
      return;
    }
    asking = true;
    try {
      const news = await moved(place, place.dataset.pulsePart + location.search, place.dataset.pulse);
      const due = place.querySelector('[data-moves][data-due]').dataset.due;
      const old = due !== place.dataset.due || Date.now() - asked > NOW_AND_THEN;
      if (old && await moved(place, place.dataset.pulseHand, '')) {
        place.dataset.due = due;
        asked = Date.now();
      }
      if (news) {
        const told = root.querySelector('[data-pulse-news]');
        told.textContent = '';
        told.textContent = told.dataset.pulseNews;
      }
    } catch {
      // no connection: what is shown stays, and the next question may get through
    } finally {
      asking = false;
    }
  }, EVERY);
}

async function moved(place, address, shown) {
  const answer = await fetch(address, { headers: { 'If-None-Match': `"${shown}"` } });
  if (answer.status !== 200 || answer.redirected) {
    return false;
  }
  const part = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (writing(place)) {
    return false;
  }
  for (const piece of part.querySelectorAll('[data-moves]')) {
    replace(place.querySelector(`[data-moves="${piece.dataset.moves}"]`), piece);
  }
  place.dataset.pulse = /"(.*)"/.exec(answer.headers.get('ETag') ?? '')?.[1] ?? place.dataset.pulse;
  return true;
}

function replace(old, piece) {
  const within = old.contains(document.activeElement);
  const focused = document.activeElement?.closest('a')?.getAttribute('href');
  const acting = document.activeElement?.closest('button')?.form?.getAttribute('action');
  old.replaceWith(piece);
  if (within && focused) {
    piece.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
  }
  if (within && acting) {
    piece.querySelector(`form[action="${CSS.escape(acting)}"] button`)?.focus();
  }
}

function writing(place) {
  const typed = [...place.querySelectorAll('input:not([type=hidden]), textarea')]
    .some((field) => field.value !== field.defaultValue);
  return typed || place.querySelector('input:focus, textarea:focus, select:focus') !== null
    || place.querySelector('details[open] form') !== null;
}
