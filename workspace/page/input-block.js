/** Draws an input block: label, element, hint, and the error under it. */
import { Element } from './element.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { useSurface } from './surface.js';
import { Text } from './text.js';

/** Groups of choices are named by a legend, everything else by a label. */
export function InputBlock({ block }) {
  const { words } = usePage();
  const { errors, prefix } = useSurface();
  const id = `${prefix}-${String(block.block_id ?? '')}`.replace(/[^\w-]/g, '-');
  const error = errors[block.block_id];
  const grouped = block.element?.type === 'radio_buttons' || block.element?.type === 'checkboxes';
  const label = html`<${Text} text=${block.label} />${block.optional && html`<span class="quiet">${words.optional}</span>`}`;
  const described = [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const field = { id, invalid: Boolean(error), described, labelled: `${id}-label`, required: !block.optional };
  return html`<div class=${error ? 'field wrong' : 'field'} role=${grouped ? 'group' : undefined} aria-labelledby=${grouped ? `${id}-label` : undefined}
    aria-describedby=${grouped ? described : undefined}>
    ${grouped ? html`<span class="label" id=${`${id}-label`}>${label}</span>` : html`<label class="label" id=${`${id}-label`} for=${id}>${label}</label>`}
    <${Element} block=${block} element=${block.element} field=${field} />
    ${block.hint && html`<div class="hint" id=${`${id}-hint`}><${Text} text=${block.hint} /></div>`}
    ${error && html`<div class="error" id=${`${id}-error`}>${error}</div>`}
  </div>`;
}
