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

/** The people whose initials a badge lies on, and whose badge leaves the list. */
export function hidden() {
  return [...document.querySelectorAll('.rail-person')].flatMap(person => {
    const [dot, square] = [person.querySelector('.dot'), person.querySelector('.avatar')];
    const pen = document.createElement('canvas').getContext('2d');
    if (!dot || !square || !pen) return [];
    pen.font = getComputedStyle(square).font;
    const { left, width } = square.getBoundingClientRect();
    const end = left + width / 2 + pen.measureText(square.getAttribute('data-initials') ?? '').width / 2;
    const badge = dot.getBoundingClientRect();
    const rail = person.closest('.rail')?.getBoundingClientRect();
    return badge.left < end || badge.right > (rail?.right ?? 0) ? [person.textContent ?? ''] : [];
  });
}

/**
 * The texts that do not fit where they stand, or may be shortened with dots.
 * @param {Element[]} all
 */
export function cut(all) {
  return all
    .filter(each => each.scrollWidth > each.clientWidth || getComputedStyle(each).textOverflow === 'ellipsis')
    .map(each => each.textContent);
}

/**
 * Whether what is chosen in a list can be read whole, beside its arrow.
 * @param {Element} element
 */
export function chosenFits(element) {
  const arrow = 24;
  const pen = document.createElement('canvas').getContext('2d');
  if (!(element instanceof HTMLSelectElement) || !pen) return false;
  const { font, paddingLeft, paddingRight } = getComputedStyle(element);
  pen.font = font;
  const room = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - arrow;
  return pen.measureText(element.selectedOptions[0]?.textContent ?? '').width <= room;
}

/**
 * Whether what stands in an empty box can be read whole.
 * @param {Element} element
 */
export function placeholderFits(element) {
  const pen = document.createElement('canvas').getContext('2d');
  if (!(element instanceof HTMLTextAreaElement) || !pen) return false;
  pen.font = getComputedStyle(element).font;
  return pen.measureText(element.placeholder).width <= element.clientWidth;
}

/** Pixels between the guide's text and its button, whichever way they stand. */
export function gapInGuide() {
  const text = document.querySelector('.guide-text')?.getBoundingClientRect();
  const button = document.querySelector('.guide .button')?.getBoundingClientRect();
  return text && button ? Math.max(button.top - text.bottom, button.left - text.right) : 0;
}

/**
 * Pixels between each of them and the block above its own.
 * @param {Element[]} all
 */
export function gapsAbove(all) {
  return all.map(each => {
    const above = each.closest('.block')?.previousElementSibling?.getBoundingClientRect();
    return each.getBoundingClientRect().top - (above?.bottom ?? Number.NEGATIVE_INFINITY);
  });
}
