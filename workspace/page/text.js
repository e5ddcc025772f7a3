/**
 * Draws text: mrkdwn and plain text, with mentions, links, dates and emoji.
 * @import { Node } from '../core/text/mrkdwn.d.ts'
 */
import { emojiOf } from '../core/text/emoji.js';
import { parseMrkdwn, parsePlain, safeUrl } from '../core/text/mrkdwn.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { usePane } from './pane-context.js';
import { placeOfLink } from './route.js';
import { formatMoment, formatSlackDate } from './time.js';

/** A Slack text object, or nothing. */
export function Text({ text }) {
  if (!text) return null;
  return text.type === 'mrkdwn'
    ? html`<${Mrkdwn} source=${text.text} verbatim=${text.verbatim === true} />`
    : html`<${Nodes} nodes=${parsePlain(String(text.text ?? ''), text.emoji !== false)} />`;
}

/** Slack's mrkdwn. */
export function Mrkdwn({ source, verbatim = false }) {
  return html`<${Nodes} nodes=${parseMrkdwn(String(source ?? ''), { verbatim })} />`;
}

/** @param {{ nodes: Node[] }} props */
export function Nodes({ nodes }) {
  return nodes.map(node => html`<${OneNode} node=${node} />`);
}

/** A person mentioned; pressing the name opens the direct message with them. */
export function UserMention({ id, label = '' }) {
  const { nameOf } = usePage();
  const { open } = usePane();
  const name = nameOf(id);
  const shown = `@${name === id && label !== '' ? label : name}`;
  if (name === id) return html`<span class="mention">${shown}</span>`;
  return html`<button type="button" class="mention" onClick=${() => open(id)}>${shown}</button>`;
}

/** A channel mentioned; pressing it opens the channel. */
export function ChannelMention({ id, label = '' }) {
  const { channelNameOf } = usePage();
  const { open } = usePane();
  const name = channelNameOf(id);
  const shown = `#${name === id && label !== '' ? label : name}`;
  return html`<button type="button" class="mention" onClick=${() => open(id)}>${shown}</button>`;
}

/** A user group mentioned by its handle. */
export function GroupMention({ id, label = '' }) {
  const { groupNameOf } = usePage();
  const name = groupNameOf(id);
  return html`<span class="mention">@${name === id ? label.replace(/^@/, '') || id : name}</span>`;
}

/** A link to the outside, in a window of its own; one to a message here goes there. */
export function Link({ url, children }) {
  const { words } = usePage();
  const { open } = usePane();
  const safe = safeUrl(url);
  if (safe === null) return children;
  const message = placeOfLink(location.origin, safe);
  if (message) {
    const { channel, ...at } = message;
    const follow = (/** @type {MouseEvent} */ event) => {
      event.preventDefault();
      open(channel, at);
    };
    return html`<a href=${safe} onClick=${follow}>${children}</a>`;
  }
  return html`<a href=${safe} target="_blank" rel="noreferrer noopener" title=${words.openLink}>${children}</a>`;
}

/** A date in the page's language, with the full moment on hover. */
export function SlackDate({ seconds, format, url, fallback }) {
  const { language, now } = usePage();
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.getTime())) return fallback;
  const time = html`<time datetime=${at.toISOString()} title=${formatMoment(at, language)}>
    ${formatSlackDate(at, format, language, now())}
  </time>`;
  return url ? html`<${Link} url=${url}>${time}<//>` : time;
}

/** @param {{ name: string, unicode?: string }} props */
export function Emoji({ name, unicode = '' }) {
  return html`<span class="emoji" role="img" aria-label=${name.replaceAll('_', ' ')}>${emojiOf(name, unicode)}</span>`;
}

/** @param {{ node: Node }} props */
function OneNode({ node }) {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'break':
      return html`<br />`;
    case 'bold':
      return html`<strong><${Nodes} nodes=${node.children} /></strong>`;
    case 'italic':
      return html`<em><${Nodes} nodes=${node.children} /></em>`;
    case 'strike':
      return html`<s><${Nodes} nodes=${node.children} /></s>`;
    case 'quote':
      return html`<blockquote><${Nodes} nodes=${node.children} /></blockquote>`;
    case 'code':
      return html`<code>${node.text}</code>`;
    case 'pre':
      return html`<pre tabindex="0">${node.text}</pre>`;
    case 'link':
      return html`<${Link} url=${node.url}>${node.text}<//>`;
    case 'user':
      return html`<${UserMention} id=${node.id} label=${node.label} />`;
    case 'channel':
      return html`<${ChannelMention} id=${node.id} label=${node.label} />`;
    case 'usergroup':
      return html`<${GroupMention} id=${node.id} label=${node.label} />`;
    case 'broadcast':
      return html`<span class="mention">@${node.range}</span>`;
    case 'date':
      return html`<${SlackDate} ...${node} />`;
    case 'emoji':
      return html`<${Emoji} name=${node.name} />`;
  }
}
