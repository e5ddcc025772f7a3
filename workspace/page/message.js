/** One message as a person sees it. */

import { emojiCharacter } from '../core/text/emoji.js';
import { Attachment } from './attachment.js';
import { Avatar } from './avatar.js';
import { Blocks } from './blocks.js';
import { html, memo } from './html.js';
import { Files } from './message-files.js';
import { isNote, Note } from './notice.js';
import { usePage } from './page-context.js';
import { usePane } from './pane-context.js';
import { ReactButton, Reactions } from './reaction.js';
import { linkOf } from './route.js';
import { Shortcuts } from './shortcuts.js';
import { SurfaceContext, useNewSurface } from './surface.js';
import { Mrkdwn, Text } from './text.js';
import { formatMoment, formatTime, momentOf } from './time.js';

/**
 * Drawn again only when the message or its surroundings are other objects. `first`: whether it begins a run of messages
 * of one author and so shows name and picture.
 */
export const Message = memo(({ message, first, user, channel, language, onThread }) => {
  const { words, nameOf, inspect, say, fail } = usePage();
  const { open } = usePane();
  const at = momentOf(message.ts);
  if (message.subtype === 'tombstone')
    return html`<article class="message tombstone" tabindex="-1" data-ts=${message.ts} aria-label=${`${words.messageDeleted} ${formatTime(at)}`}>
      <div class="gutter"></div>
      <div class="content">
        <div class="only-you"><span aria-hidden="true">🗑</span> ${words.messageDeleted}</div>
        <${RepliesLink} message=${message} onThread=${onThread} />
      </div>
    </article>`;
  if (isNote(message))
    return html`<${Note} message=${message} language=${language} after=${html`<${RepliesLink} message=${message} onThread=${onThread} />`} />`;
  const isBot = message.bot === true || message.bot_id !== undefined;
  const name = message.username ?? nameOf(message.user);
  const copyLink = () =>
    navigator.clipboard.writeText(linkOf(location.origin, channel, message)).then(() => say(words.linkCopied), fail);
  const look = `message${first ? ' first' : ''}${message.ephemeral ? ' ephemeral' : ''}`;
  const time = html`<time class="time" datetime=${at.toISOString()} title=${formatMoment(at, language)}>${formatTime(at)}</time>`;
  return html`<article class=${look} tabindex="-1" data-ts=${message.ts} aria-label=${`${name} ${formatTime(at)}`}>
    <div class="gutter">
      ${first ? (message.icon_emoji ? html`<span class="avatar normal picture-emoji" aria-hidden="true">${emojiCharacter(message.icon_emoji.replaceAll(':', ''))}</span>` : html`<${Avatar} id=${message.user} name=${name} />`) : time}
    </div>
    <div class="content">
      ${message.pinned && html`<div class="only-you"><span aria-hidden="true">📌</span> ${words.pinned}</div>`}
      ${message.ephemeral && html`<div class="only-you"><span aria-hidden="true">👁</span> ${words.onlyYou}</div>`}
      ${first && html`<div class="byline"><button type="button" class="author" onClick=${() => open(message.user)}>${name}</button>${isBot && html`<span class="tag">${words.badgeApp}</span>`}${time}</div>`}
      <${Body} message=${message} user=${user} channel=${channel} />
      ${message.edited && html`<span class="edited">${words.edited}</span>`}
      <${Reactions} message=${message} user=${user} channel=${channel} />
      <${RepliesLink} message=${message} onThread=${onThread} />
    </div>
    ${
      !message.ephemeral &&
      html`<div class="tools"><${ReactButton} message=${message} user=${user} channel=${channel} />
        ${onThread && html`<button type="button" class="icon-button" aria-label=${words.reply} title=${words.reply} onClick=${() => onThread(message.ts)}>💬</button>`}
        <button type="button" class="icon-button" aria-label=${words.copyLink} title=${words.copyLink} onClick=${copyLink}>🔗</button>
        ${onThread && isBot && html`<button type="button" class="icon-button" aria-label=${words.whatWasSent} title=${words.whatWasSent} onClick=${() => inspect(message.ts)}>🔎</button>`}
        ${onThread && html`<${Shortcuts} user=${user} type="message" about=${{ channel, ts: message.ts }} look="icon-button" />`}</div>`
    }
  </article>`;
});

/** How many replies there are, which leads to them; nothing within a thread. */
function RepliesLink({ message, onThread }) {
  const { words } = usePage();
  if (!(message.reply_count > 0 && onThread)) return null;
  return html`<button type="button" class="link-button replies" onClick=${() => onThread(message.ts)}>${words.replies(message.reply_count)}</button>`;
}

function Body({ message, user, channel }) {
  const attachments = message.attachments ?? [];
  const blocks = [...(message.blocks ?? []), ...attachments.flatMap(each => each.blocks ?? [])];
  const surface = useNewSurface({ user, target: { channel, ts: message.ts }, blocks });
  return html`<${SurfaceContext.Provider} value=${surface}>
    ${message.blocks?.length > 0 ? html`<${Blocks} blocks=${message.blocks} />` : message.text && html`<div class="text"><${Said} message=${message} /></div>`}
    ${message.files && html`<${Files} files=${message.files} />`}
    ${attachments.map(each => html`<${Attachment} attachment=${each} />`)}
  <//>`;
}

/** The text alone: without formatting when the app wants none. */
function Said({ message }) {
  return message.mrkdwn === false
    ? html`<${Text} text=${{ type: 'plain_text', text: message.text }} />`
    : html`<${Mrkdwn} source=${message.text} />`;
}
