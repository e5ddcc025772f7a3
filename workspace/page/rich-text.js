/** Draws rich_text: sections, lists, quotes and preformatted text with all their elements and styles. */
import { html } from './html.js';
import { NotDrawn } from './not-drawn.js';
import { ChannelMention, Emoji, GroupMention, Link, SlackDate, UserMention } from './text.js';

/** A rich_text block; lists that follow each other with deeper indents are drawn indented, as Slack does. */
export function RichText({ block }) {
  const elements = block.elements ?? [];
  return html`<div class="rich-text">${elements.map(element => html`<${Part} element=${element} />`)}</div>`;
}

function Part({ element }) {
  switch (element.type) {
    case 'rich_text_section':
      return html`<p><${Pieces} elements=${element.elements} /></p>`;
    case 'rich_text_list': {
      const tag = element.style === 'ordered' ? 'ol' : 'ul';
      const items = (element.elements ?? []).map(item => html`<li><${Pieces} elements=${item.elements} /></li>`);
      const indent = Math.min(8, element.indent ?? 0);
      const start = element.offset ? element.offset + 1 : undefined;
      return html`<${tag} class=${`indent-${indent}${element.border ? ' bordered' : ''}`} start=${start}>${items}<//>`;
    }
    case 'rich_text_quote':
      return html`<blockquote class=${element.border ? 'twice' : ''}><${Pieces} elements=${element.elements} /></blockquote>`;
    case 'rich_text_preformatted':
      return html`<pre tabindex="0" data-language=${element.language || undefined}><${Pieces} elements=${element.elements} /></pre>`;
    default:
      return html`<${NotDrawn} value=${element} />`;
  }
}

function Pieces({ elements }) {
  return (elements ?? []).map(element => html`<${Styled} style=${element.style}><${Piece} element=${element} /><//>`);
}

function Styled({ style, children }) {
  if (!style) return children;
  let drawn = children;
  if (style.code) drawn = html`<code>${drawn}</code>`;
  if (style.strike) drawn = html`<s>${drawn}</s>`;
  if (style.underline) drawn = html`<u>${drawn}</u>`;
  if (style.italic) drawn = html`<em>${drawn}</em>`;
  if (style.bold) drawn = html`<strong>${drawn}</strong>`;
  if (style.highlight || style.client_highlight) drawn = html`<mark>${drawn}</mark>`;
  return drawn;
}

function Piece({ element }) {
  switch (element.type) {
    case 'text':
      return String(element.text ?? '')
        .split('\n')
        .map((line, index) => (index === 0 ? line : [html`<br />`, line]));
    case 'link':
      return html`<${Link} url=${element.url}>${element.text || element.url}<//>`;
    case 'emoji':
      return html`<${Emoji} name=${element.name} unicode=${element.unicode} />`;
    case 'user':
      return html`<${UserMention} id=${element.user_id} />`;
    case 'channel':
      return html`<${ChannelMention} id=${element.channel_id} />`;
    case 'usergroup':
      return html`<${GroupMention} id=${element.usergroup_id} />`;
    case 'team':
      return html`<span class="mention">@${element.team_id}</span>`;
    case 'broadcast':
      return html`<span class="mention">@${element.range}</span>`;
    case 'date':
      return html`<${SlackDate} seconds=${element.timestamp} format=${element.format} url=${element.url}
        fallback=${element.fallback} />`;
    case 'color':
      return html`<span class="color-piece"><${Swatch} value=${element.value} />${element.value}</span>`;
    default:
      return html`<${NotDrawn} value=${element} />`;
  }
}

function Swatch({ value }) {
  const color = /^#[0-9a-f]{3,8}$/i.test(value) ? value : 'transparent';
  return html`<span class="swatch" style=${{ backgroundColor: color }} aria-hidden="true"></span>`;
}
