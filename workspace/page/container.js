/** Draws a container: a title and child blocks, which may be folded away. */
import { useState } from '/page/vendor/hooks.js';
import { html } from './html.js';
import { Picture } from './media.js';
import { RichText } from './rich-text.js';
import { Text } from './text.js';

/** `draw` draws one child block. */
export function Container({ block, draw }) {
  const folds = block.is_collapsible === true;
  const [open, setOpen] = useState(!(folds && block.default_collapsed === true));
  const head = html`${block.icon && html`<${Picture} image=${block.icon} small />`}
    <span class="container-title">
      ${block.rich_text_title ? html`<${RichText} block=${block.rich_text_title} />` : html`<${Text} text=${block.title} />`}
    </span>
    ${block.subtitle && html`<span class="quiet"><${Text} text=${block.subtitle} /></span>`}`;
  const divided = !folds && block.has_header_divider === true;
  return html`<div class=${`container width-${block.width ?? 'standard'}`}>
    ${
      folds
        ? html`<button type="button" class="container-head" aria-expanded=${open} onClick=${() => setOpen(!open)}>
            <span class="chevron" aria-hidden="true"></span>${head}
          </button>`
        : html`<div class=${divided ? 'container-head divided' : 'container-head'}>${head}</div>`
    }
    ${open && html`<div class="container-body">${(block.child_blocks ?? []).map(child => html`<${draw} block=${child} />`)}</div>`}
  </div>`;
}
