// details[data-menu]: closes on Escape and on a click elsewhere.
export function attachMenus(root) {
  const menus = [...root.querySelectorAll('details[data-menu]')];
  if (menus.length === 0) {
    return;
  }
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') {
      return;
    }
    for (const menu of menus.filter((each) => each.open)) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
  root.addEventListener('click', (event) => {
    for (const menu of menus) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    }
  });
}
