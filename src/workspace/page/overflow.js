/** Draws an overflow menu: three dots that open a short list. */
import { html } from './html.js';
import { Menu } from './menu.js';
import { safeUrl } from './mrkdwn.js';
import { usePage } from './page-context.js';
import { useSurface } from './surface.js';
import { Text } from './text.js';

export function Overflow({ block, element, field }) {
  const { words } = usePage();
  const { act, busy } = useSurface();
  const items = (element.options ?? []).map(option => ({
    name: html`<${Text} text=${option.text} />`,
    more: option.description && html`<${Text} text=${option.description} />`,
    run() {
      const url = safeUrl(option.url ?? '');
      if (url) window.open(url, '_blank', 'noreferrer,noopener');
      act(block, element, { selected: option.value });
    },
  }));
  return html`<${Menu} label=${words.more} mark="⋯" look="button icon-only" id=${field.id} disabled=${busy !== null} items=${items} />`;
}
