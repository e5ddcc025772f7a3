/** Draws a person as a coloured square with initials. */
import { html } from './html.js';
import { initialsOf } from './name.js';
import { usePage } from './page-context.js';

/** `size` is small, normal or large; `name` overrides the person's own. */
export function Avatar({ id, name, size = 'normal' }) {
  const { nameOf, hueOf } = usePage();
  return html`<span class=${`avatar ${size} hue-${hueOf(id)}`} data-initials=${initialsOf(name ?? nameOf(id))} aria-hidden="true"></span>`;
}
