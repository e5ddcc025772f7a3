/** The app's shortcuts: on a message, or anywhere. */
import { tell } from './api.js';
import { html } from './html.js';
import { Menu } from './menu.js';
import { usePage } from './page-context.js';

/** A menu of the shortcuts of one type; nothing when the app has none. `about` is `{channel, ts}` for a message. */
export function Shortcuts({ user, type, about = {}, look, tabindex = /** @type {number | undefined} */ (undefined) }) {
  const { words, shortcuts, fail } = usePage();
  const offered = shortcuts.filter(each => each.type === type);
  if (offered.length === 0) return null;
  const items = offered.map(({ name, description, callback_id }) => ({
    name,
    more: description,
    run() {
      tell('/human/shortcut', { user, callback_id, ...about }).catch(fail);
    },
  }));
  return html`<${Menu} label=${words.shortcuts} mark="⚡" look=${look} tabindex=${tabindex} items=${items} />`;
}
