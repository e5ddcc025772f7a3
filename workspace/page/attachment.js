/** Draws an attachment: the bar at the side, and either blocks or the older fields. */
import { Blocks } from './blocks.js';
import { html } from './html.js';
import { Picture } from './media.js';
import { NotDrawn } from './not-drawn.js';
import { usePage } from './page-context.js';
import { Link, Mrkdwn, Text } from './text.js';
import { formatMoment } from './time.js';

const COLORS = /** @type {Record<string, string>} */ ({ good: '#2e7d4f', warning: '#b7791f', danger: '#b3372f' });

export function Attachment({ attachment }) {
  const { blocks, pretext, color } = attachment;
  const known = COLORS[color] ?? `#${String(color ?? '').replace('#', '')}`;
  const bar = /^#[0-9a-f]{6}$/i.test(known) ? { borderLeftColor: known } : {};
  return html`${pretext && html`<div class="text"><${Mrkdwn} source=${pretext} /></div>`}
    <div class="attachment" style=${bar}>
      ${blocks?.length > 0 ? html`<${Blocks} blocks=${blocks} />` : html`<${Older} attachment=${attachment} />`}
    </div>`;
}

/** The fields attachments had before there were blocks. */
function Older({ attachment }) {
  const { language } = usePage();
  const { author_name, author_link, title, title_link, text, fallback, fields, image_url, thumb_url, footer, ts } =
    attachment;
  const parts = [author_name, title, text, fields?.length, image_url, thumb_url, footer, attachment.pretext];
  if (!parts.some(Boolean) && !fallback) return html`<${NotDrawn} value=${attachment} />`;
  const when = ts ? formatMoment(new Date(Number(ts) * 1000), language) : '';
  return html`
    ${author_name && html`<div class="quiet"><${Link} url=${author_link}><${Plain} text=${author_name} /><//></div>`}
    ${title && html`<strong><${Link} url=${title_link}><${Plain} text=${title} /><//></strong>`}
    ${text && html`<div class="text"><${Mrkdwn} source=${text} /></div>`}
    ${!parts.some(Boolean) && html`<div class="text"><${Plain} text=${fallback} /></div>`}
    ${fields?.length > 0 && html`<dl class="attachment-fields">${fields.map(field => html`<div class=${field.short ? 'short' : ''}><dt><${Plain} text=${field.title} /></dt><dd><${Mrkdwn} source=${field.value} /></dd></div>`)}</dl>`}
    ${image_url && html`<${Picture} image=${{ image_url, alt_text: fallback ?? title ?? '' }} />`}
    ${thumb_url && html`<${Picture} image=${{ image_url: thumb_url, alt_text: fallback ?? title ?? '' }} />`}
    ${attachment.actions?.length > 0 && html`<${NotDrawn} value=${{ type: 'actions', actions: attachment.actions }} />`}
    ${(footer || when) && html`<div class="quiet">${footer && html`<${Plain} text=${footer} />`}${footer && when ? ' · ' : ''}${when}</div>`}`;
}

function Plain({ text }) {
  return html`<${Text} text=${{ type: 'plain_text', text }} />`;
}
