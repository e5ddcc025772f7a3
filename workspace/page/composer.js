/**
 * Where one types: messages and slash commands, with completion, what was typed before under Up, and the way to edit what
 * one said last under Ctrl+Up or ⌘+Up.
 * @import { Channel } from './completion.d.ts'
 */
import { useEffect, useRef, useState } from '/page/vendor/hooks.js';
import { tell } from './api.js';
import { asCommand, usageOf } from './completion.js';
import { AttachButton, Chosen } from './file-input.js';
import { useFitting, useGrowing } from './fitting.js';
import { html } from './html.js';
import { useOffers } from './offers.js';
import { usePage } from './page-context.js';
import { Shortcuts } from './shortcuts.js';

/** What each person typed in this window, newest last. @type {Map<string, string[]>} */
const histories = new Map();
/** What was begun and not sent, by person and place. @type {Map<string, string>} */
const drafts = new Map();

/**
 * What stands in the place of a composer where people cannot write: why, in Slack's words.
 * @param {{ id: string }} props
 */
export function NoComposer({ id }) {
  const { words } = usePage();
  return html`<p class="composer no-composer" id=${id} tabindex="-1">${words.messagesOff}</p>`;
}

/**
 * @param {{ user: string, channel: string, channels: Channel[], placeholders: string[], thread?: string, onSent: () => void,
 *   onEditLast: () => boolean, id: string }} props `placeholders`: what stands where nothing is typed yet, whole where there
 *   is room, else shorter; `onEditLast`: edits the person's last message here, or says that there is none
 */
export function Composer({ user, channel, channels, placeholders, thread, onSent, onEditLast, id }) {
  const { words, commands, fail } = usePage();
  const draft = `${user} ${channel} ${thread ?? ''}`;
  const [text, setText] = useState(drafts.get(draft) ?? '');
  const [files, setFiles] = useState(/** @type {string[]} */ ([]));
  const [running, setRunning] = useState('');
  const area = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const recalled = useRef(0);
  const placeholder = useFitting(area, placeholders);

  useGrowing(area, text);
  useEffect(() => {
    recalled.current = 0;
    setFiles([]);
  }, [user, channel]);
  useEffect(() => {
    if (text === '') drafts.delete(draft);
    else drafts.set(draft, text);
  }, [draft, text]);

  const offers = useOffers({ id, area, text, setText, commands: thread ? [] : commands, channels });
  const usage = offers.count === 0 && !thread ? usageOf(commands, text) : null;
  const send = async () => {
    const typed = text.trim();
    if ((typed === '' && files.length === 0) || running !== '') return;
    const history = histories.get(user) ?? [];
    if (typed !== '') histories.set(user, [...history.filter(each => each !== typed), typed]);
    recalled.current = 0;
    setText('');
    offers.close();
    const command = thread ? null : asCommand(typed);
    try {
      if (command) {
        setRunning(command.command);
        await tell('/human/command', { user, channel, ...command });
      } else {
        await tell('/human/message', { user, channel, text: typed, files, ...(thread && { thread_ts: thread }) });
        setFiles([]);
      }
    } catch (error) {
      setText(now => now || typed);
      fail(error);
    } finally {
      setRunning('');
      onSent();
    }
  };
  const recall = step => {
    const history = histories.get(user) ?? [];
    const next = Math.max(0, Math.min(history.length, recalled.current + step));
    recalled.current = next;
    setText(next === 0 ? '' : (history.at(-next) ?? ''));
  };
  const press = event => {
    // Enter while an input method composes a Chinese word chooses the word; it must not send.
    if (event.isComposing || event.keyCode === 229) return;
    const { key } = event;
    if (offers.press(event)) {
      event.preventDefault();
      return;
    }
    if (key === 'ArrowUp' && (event.ctrlKey || event.metaKey)) {
      if (text !== '' || !onEditLast()) return;
    } else if (key === 'Enter' && !event.shiftKey) send();
    else if (key === 'ArrowUp' && (text === '' || recalled.current > 0)) recall(1);
    else if (key === 'ArrowDown' && recalled.current > 0) recall(-1);
    else return;
    event.preventDefault();
  };
  return html`<form class="composer" onSubmit=${event => {
    event.preventDefault();
    send();
  }}>
    ${offers.list}
    ${usage && html`<div class="usage"><strong>${usage.command}</strong> <span>${usage.usage_hint}</span><span class="quiet"> — ${usage.description}${usage.on_slack ? ` (${words.onSlack(usage.on_slack)})` : ''}</span></div>`}
    <${Chosen} ids=${files} remove=${id => setFiles(files.filter(each => each !== id))} />
    <div class="composer-box">
      <textarea ref=${area} id=${id} rows="1" value=${text} placeholder=${placeholder} aria-label=${placeholders[0]} ...${offers.field} onKeyDown=${press}></textarea>
      <${AttachButton} id=${`${id}-files`} user=${user} files=${files} onFiles=${setFiles} />
      ${!thread && html`<${Shortcuts} user=${user} type="global" look="icon-button" />`}
      <button type="submit" class="button primary filled send" disabled=${(text.trim() === '' && files.length === 0) || running !== ''} title=${words.sendHint}>${words.send}</button>
    </div>
    <div class="composer-note" aria-live="polite">${running ? words.working(running) : ''}</div>
  </form>`;
}
