/** Draws cards and carousels of cards. */
import { useRef } from '/page/vendor/hooks.js';
import { Element } from './element.js';
import { html } from './html.js';
import { Picture } from './media.js';
import { usePage } from './page-context.js';
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

/** Cards side by side, moved by finger, wheel, arrow keys or the two buttons. */
export function Carousel({ block }) {
  const { words } = usePage();
  const strip = useRef(/** @type {HTMLDivElement | null} */ (null));
  const cards = block.elements ?? [];
  const move = by => strip.current?.scrollBy({ left: by * strip.current.clientWidth * 0.8, behavior: 'smooth' });
  return html`<div class="carousel-frame" role="group" aria-roledescription=${words.carousel} aria-label=${words.cards(cards.length)}>
    <div class="carousel" ref=${strip} tabindex="0" role="list" aria-label=${words.cards(cards.length)}>
      ${cards.map(card => html`<div role="listitem"><${Card} block=${card} /></div>`)}
    </div>
    ${
      cards.length > 1 &&
      html`<div class="carousel-turn">
        <button type="button" class="button slim" aria-label=${words.previous} onClick=${() => move(-1)}>‹</button>
        <button type="button" class="button slim" aria-label=${words.next} onClick=${() => move(1)}>›</button>
      </div>`
    }
  </div>`;
}
