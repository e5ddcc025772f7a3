/** Draws cards and carousels of cards. */
import { Element } from './element.js';
import { html } from './html.js';
import { Picture } from './media.js';
import { Text } from './text.js';

/** A card block: picture, icon, titles, body, buttons. */
export function Card({ block }) {
  return html`<div class="card">
    ${block.hero_image && html`<div class="hero"><${Picture} image=${block.hero_image} /></div>`}
    ${
      (block.icon || block.title || block.subtitle) &&
      html`<div class="card-head">
        ${block.icon && html`<${Picture} image=${block.icon} small />`}
        <div>
          ${block.title && html`<div class="card-title"><${Text} text=${block.title} /></div>`}
          ${block.subtitle && html`<div class="quiet"><${Text} text=${block.subtitle} /></div>`}
        </div>
      </div>`
    }
    ${block.body && html`<div><${Text} text=${block.body} /></div>`}
    ${
      block.actions?.length > 0 &&
      html`<div class="actions">${block.actions.map(element => html`<${Element} block=${block} element=${element} />`)}</div>`
    }
  </div>`;
}

/** Cards side by side, scrolled by finger, wheel or arrow keys. */
export function Carousel({ block }) {
  return html`<div class="carousel" tabindex="0" role="group">
    ${(block.elements ?? []).map(card => html`<${Card} block=${card} />`)}
  </div>`;
}
