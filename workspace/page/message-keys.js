/** The keys of a list of messages: arrows go from one to the next, and a letter does what the message's toolbar offers. */

/** What presses the button of that key, beside the key itself. @type {Record<string, string>} */
const SAME = { backspace: 'delete' };
/** What opens the thread when the message itself has the focus. */
const OPENING = new Set(['enter', 'arrowright']);

/** For keydown on the list; what is typed into fields, menus and forms within it is theirs. */
export function pressInList(/** @type {KeyboardEvent & { currentTarget: HTMLElement }} */ event) {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
    return;
  const list = event.currentTarget;
  const target = /** @type {HTMLElement} */ (event.target);
  const article = /** @type {HTMLElement | null} */ (target.closest('article'));
  const onTool = target.matches('.tools > button');
  if (target !== list && target !== article && !onTool) return;
  const key = event.key.toLowerCase();
  const next = stepFrom(list, article, key, onTool);
  const wanted = target === article && OPENING.has(key) ? 't' : (SAME[key] ?? key);
  const button = next
    ? null
    : /** @type {HTMLElement | null | undefined} */ (article?.querySelector(`[data-key="${CSS.escape(wanted)}"]`));
  if (next) showMessage(next);
  else if (button) button.click();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** @param {HTMLElement} list @param {HTMLElement | null} article @param {string} key @param {boolean} onTool */
function stepFrom(list, article, key, onTool) {
  const all = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('article')]);
  if (!article) {
    // From the list itself one comes to what is in sight.
    const { top, bottom } = list.getBoundingClientRect();
    const isSeen = (/** @type {HTMLElement} */ each) => {
      const box = each.getBoundingClientRect();
      return box.bottom > top && box.top < bottom;
    };
    return key === 'arrowup' ? all.findLast(isSeen) : key === 'arrowdown' ? all.find(isSeen) : undefined;
  }
  const at = all.indexOf(article);
  if (key === 'arrowup') return all[Math.max(0, at - 1)];
  if (key === 'arrowdown') return all[Math.min(all.length - 1, at + 1)];
  if (onTool) return undefined;
  return key === 'home' ? all[0] : key === 'end' ? all.at(-1) : undefined;
}

function showMessage(/** @type {HTMLElement} */ article) {
  article.focus({ preventScroll: true });
  article.scrollIntoView({ block: 'nearest' });
}
