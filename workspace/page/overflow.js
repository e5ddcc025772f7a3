/** Draws an overflow menu: three dots that open a short list. */

import { safeUrl } from '../core/text/mrkdwn.js';
import { keyOf } from './form.js';
import { html } from './html.js';
import { Menu } from './menu.js';
import { usePage } from './page-context.js';
import { useSurface } from './surface.js';
import { Text } from './text.js';

export function Overflow({ block, element, field }) {
  const { words } = usePage();
  const { act, busy } = useSurface();
  const items = (element.options ?? []).map(option => ({
    name: html`<${Text} text=${option.text} />`,
    more: option.description && html`<${Text} text=${option.description} />`,
    async run() {
      const url = safeUrl(option.url ?? '');
      if (url && !element.confirm) window.open(url, '_blank', 'noreferrer,noopener');
      const done = await act(block, element, { selected: option.value });
      if (done && url && element.confirm) window.open(url, '_blank', 'noreferrer,noopener');
    },
  }));
  return html`<${Menu} label=${words.more} mark="⋯" look="button icon-only" id=${field.id} disabled=${busy.has(keyOf(block, element))} items=${items} />`;
}
