/** What tests do in the page itself: each function is sent there whole, so it uses nothing from outside itself. */

/**
 * Adds a style sheet, which the page's policy lets only scripts do.
 * @param {string} text
 */
export function adopt(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}

/** What lies outside the window sideways, what in the bars lies on its neighbour, and what is cut off in a button. */
export function misplaced() {
  const named = (/** @type {Element} */ element) =>
    element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
  const bars = '.top button, .guide button, .pane-head button, .composer-box > *, dialog > form > * > button';
  const parts = [...document.querySelectorAll(bars)]
    .filter(each => each.checkVisibility({ visibilityProperty: true }))
    .map(element => ({ element, box: element.getBoundingClientRect() }));
  const outside = parts.filter(({ box }) => box.left < 0 || box.right > innerWidth + 0.5);
  const upon = parts.filter(({ element, box }) =>
    parts.some(
      other =>
        other.element !== element &&
        element.closest('dialog') === other.element.closest('dialog') &&
        other.box.left < box.right - 1 &&
        other.box.right > box.left + 1 &&
        other.box.top < box.bottom - 1 &&
        other.box.bottom > box.top + 1,
    ),
  );
  const cut = parts.filter(
    ({ element }) =>
      element.tagName === 'BUTTON' &&
      (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1),
  );
  const { scrollWidth } = document.documentElement;
  return [
    ...(scrollWidth > innerWidth ? [`the page is ${scrollWidth} wide`] : []),
    ...outside.map(({ element }) => `outside: ${named(element)}`),
    ...upon.map(({ element }) => `upon another: ${named(element)}`),
    ...cut.map(({ element }) => `cut off: ${named(element)}`),
  ];
}

/**
 * Whether scrolling brings it into the window with nothing upon it.
 * @param {Element} element
 */
export function isSeen(element) {
  element.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}
