// [data-similar="id of the title"]: while the title is typed, shows topics near to it that the reader may read;
// with [data-similar-from="/path"], what that path finds.
const PAUSE = 600;
const SHORTEST = 4;

export function attachSimilar(root) {
  for (const place of root.querySelectorAll('[data-similar]')) {
    const title = root.getElementById(place.dataset.similar);
    let timer;
    let asked = title.value;
    title.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const words = title.value.trim();
        if (words === asked || words.length < SHORTEST) {
          return;
        }
        asked = words;
        const answer = await fetch(`${place.dataset.similarFrom ?? '/topics/similar'}?title=${encodeURIComponent(words)}`);
        if (answer.ok && asked === words) {
          const found = new DOMParser().parseFromString(await answer.text(), 'text/html');
          place.replaceChildren(...found.body.childNodes);
        }
      }, PAUSE);
    });
  }
}
