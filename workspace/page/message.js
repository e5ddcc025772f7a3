/** One message as a person sees it. */

import { emojiCharacter } from '../core/text/emoji.js';
import { decodeEntities } from '../core/text/mrkdwn.js';
import { Attachment } from './attachment.js';
import { Avatar } from './avatar.js';
import { Blocks } from './blocks.js';
import { html, memo } from './html.js';
import { MessageEditor } from './message-editor.js';
import { Files } from './message-files.js';
import { MessageTools } from './message-tools.js';
import { isNote, Note } from './notice.js';
import { usePage } from './page-context.js';
import { usePane } from './pane-context.js';
import { Reactions } from './reaction.js';
import { SurfaceContext, useNewSurface } from './surface.js';
import { Mrkdwn, Text } from './text.js';
import { formatMoment, formatTime, momentOf } from './time.js';

/**
 * Drawn again only when the message or its surroundings are other objects. `first`: whether it begins a run of messages
 * of one author and so shows name and picture; `edits`: null where nothing can be changed; `editing`: its field is open.
 */
export const Message = memo(({ message, first, user, channel, language, edits, editing, onThread }) => {
  const { words, nameOf } = usePage();
  const { open } = usePane();
  const at = momentOf(message.ts);
  if (message.subtype === 'tombstone')
    return html`<article class="message first tombstone" tabindex="-1" data-ts=${message.ts} aria-label=${`${words.messageDeleted} ${formatTime(at)}`}>
      <div class="gutter" aria-hidden="true">🗑</div>
      <div class="content">
        <div class="only-you">${words.messageDeleted}</div>
        <${RepliesLink} message=${message} onThread=${onThread} keys="t" />
      </div>
    </article>`;
  if (isNote(message))
    return html`<${Note} message=${message} language=${language} after=${html`<${Reactions} message=${message} user=${user} channel=${channel} />
      <${RepliesLink} message=${message} onThread=${onThread} />`} />`;
  const isBot = message.bot === true || message.bot_id !== undefined;
  const name = message.username ?? nameOf(message.user);
  const look = `message${first ? ' first' : ''}${message.ephemeral ? ' ephemeral' : ''}${editing ? ' editing' : ''}`;
  const time = html`<time class="time" datetime=${at.toISOString()} title=${formatMoment(at, language)}>${formatTime(at)}</time>`;
  return html`<article class=${look} tabindex="-1" data-ts=${message.ts} aria-label=${`${name} ${formatTime(at)}`}>
    <div class="gutter">
      ${first ? (message.icon_emoji ? html`<span class="avatar normal picture-emoji" aria-hidden="true">${emojiCharacter(message.icon_emoji.replaceAll(':', ''))}</span>` : html`<${Avatar} id=${message.user} name=${name} />`) : time}
    </div>
    <div class="content">
      ${message.pinned && html`<div class="only-you"><span aria-hidden="true">📌</span> ${words.pinned}</div>`}
      ${message.ephemeral && html`<div class="only-you"><span aria-hidden="true">👁</span> ${words.onlyYou}</div>`}
      ${first && html`<div class="byline"><button type="button" class="author" onClick=${() => open(message.user)}>${name}</button>${isBot && html`<span class="tag">${words.badgeApp}</span>`}${time}</div>`}
      ${
        editing && edits
          ? html`<${MessageEditor} message=${message} user=${user} channel=${channel} edits=${edits} />
            ${message.files && html`<${Files} files=${message.files} />`}`
          : html`<${Body} message=${message} user=${user} channel=${channel} />`
      }
      <${Reactions} message=${message} user=${user} channel=${channel} />
      <${RepliesLink} message=${message} onThread=${onThread} />
    </div>
    ${!message.ephemeral && !editing && html`<${MessageTools} message=${message} user=${user} channel=${channel} isBot=${isBot} edits=${edits} onThread=${onThread} />`}
  </article>`;
});

/** How many replies there are, which leads to them, also by the key where there is no toolbar; nothing within a thread. */
function RepliesLink({ message, onThread, keys = /** @type {string | undefined} */ (undefined) }) {
  const { words } = usePage();
  if (!(message.reply_count > 0 && onThread)) return null;
  return html`<button type="button" class="link-button replies" data-key=${keys} onClick=${() => onThread(message.ts)}>${words.replies(message.reply_count)}</button>`;
}

function Body({ message, user, channel }) {
  const attachments = message.attachments ?? [];
  const blocks = [...(message.blocks ?? []), ...attachments.flatMap(each => each.blocks ?? [])];
  const surface = useNewSurface({ user, target: { channel, ts: message.ts }, blocks });
  const { words } = usePage();
  const edited = message.edited && html` <span class="edited">${words.edited}</span>`;
  const isText = message.text !== '' && !(message.blocks?.length > 0);
  return html`<${SurfaceContext.Provider} value=${surface}>
    ${isText ? html`<div class="text"><${Said} message=${message} />${edited}</div>` : html`<${Blocks} blocks=${message.blocks ?? []} />`}
    ${message.files && html`<${Files} files=${message.files} />`}
    ${attachments.map(each => html`<${Attachment} attachment=${each} />`)}
    ${!isText && edited}
  <//>`;
}

/** The text alone: without formatting when the app wants none. */
function Said({ message }) {
  return message.mrkdwn === false
    ? html`<${Text} text=${{ type: 'plain_text', text: decodeEntities(message.text) }} />`
    : html`<${Mrkdwn} source=${message.text} />`;
}
