/**
 * Where one types: messages and slash commands, with completion, and what was typed before under Up.
 * @import { Channel, Completion } from './completion.d.ts'
 */
import { useEffect, useLayoutEffect, useRef, useState } from '/page/vendor/hooks.js';
import { offeredEmoji } from '../core/text/emoji.js';
import { tell } from './api.js';
import {
  asCommand,
  complete,
  completionAt,
  offeredChannels,
  offeredCommands,
  offeredPeople,
  usageOf,
} from './completion.js';
import { AttachButton, Chosen } from './file-input.js';
import { useFitting } from './fitting.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { Shortcuts } from './shortcuts.js';

const MOST_OFFERED = 8;
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
 * @param {{ user: string, channel: string, channels: Channel[], placeholders: string[], thread?: string, onSent: () => void, id: string }} props
 * `placeholders`: what stands where nothing is typed yet, whole where there is room, else shorter
 */
export function Composer({ user, channel, channels, placeholders, thread, onSent, id }) {
  const { words, people, commands, nameOf, fail } = usePage();
  const draft = `${user} ${channel} ${thread ?? ''}`;
  const [text, setText] = useState(drafts.get(draft) ?? '');
  const [asked, setAsked] = useState(/** @type {Completion | null} */ (null));
  const [at, setAt] = useState(0);
  const [files, setFiles] = useState(/** @type {string[]} */ ([]));
  const [running, setRunning] = useState('');
  const area = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const recalled = useRef(0);
  const placeholder = useFitting(area, placeholders);

  useLayoutEffect(() => {
    const box = area.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
  }, [text]);
  useEffect(() => {
    recalled.current = 0;
    setFiles([]);
  }, [user, channel]);
  useEffect(() => {
    if (text === '') drafts.delete(draft);
    else drafts.set(draft, text);
  }, [draft, text]);

  const offers = asked
    ? offersFor(asked, { commands: thread ? [] : commands, people, channels, nameOf, words }).slice(0, MOST_OFFERED)
    : [];
  const usage = offers.length === 0 && !thread ? usageOf(commands, text) : null;
  const write = (next, caret) => {
    setText(next);
    setAt(0);
    setAsked(completionAt(next, caret));
  };
  const accept = offer => {
    if (!asked || !offer) return;
    const done = complete(text, asked, offer.insert);
    setText(done.text);
    setAsked(null);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(done.caret, done.caret);
    });
  };
  const send = async () => {
    const typed = text.trim();
    if ((typed === '' && files.length === 0) || running !== '') return;
    const history = histories.get(user) ?? [];
    if (typed !== '') histories.set(user, [...history.filter(each => each !== typed), typed]);
    recalled.current = 0;
    setText('');
    setAsked(null);
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
    if (offers.length > 0 && (key === 'ArrowDown' || key === 'ArrowUp'))
      setAt((at + (key === 'ArrowDown' ? 1 : offers.length - 1)) % offers.length);
    else if (offers.length > 0 && (key === 'Tab' || (key === 'Enter' && offers[at]?.insert !== text.trim())))
      accept(offers[at]);
    else if (offers.length > 0 && key === 'Escape') setAsked(null);
    else if (key === 'Enter' && !event.shiftKey) send();
    else if (key === 'ArrowUp' && (text === '' || recalled.current > 0)) recall(1);
    else if (key === 'ArrowDown' && recalled.current > 0) recall(-1);
    else return;
    event.preventDefault();
  };
  return html`<form class="composer" onSubmit=${event => {
    event.preventDefault();
    send();
  }}>
    ${
      offers.length > 0 &&
      html`<div class="offers" role="listbox" id=${`${id}-offers`} aria-label=${words.completions}>
        ${offers.map(
          (
            offer,
            index,
          ) => html`<div id=${`${id}-offer-${index}`} role="option" aria-selected=${index === at} class=${index === at ? 'popup-item at' : 'popup-item'}
            onMouseDown=${event => event.preventDefault()} onClick=${() => accept(offer)}>
            <span><strong>${offer.name}</strong> <span class="quiet">${offer.hint}</span></span>
            ${offer.more && html`<span class="quiet">${offer.more}</span>`}
          </div>`,
        )}
      </div>`
    }
    ${usage && html`<div class="usage"><strong>${usage.command}</strong> <span>${usage.usage_hint}</span><span class="quiet"> — ${usage.description}${usage.on_slack ? ` (${words.onSlack(usage.on_slack)})` : ''}</span></div>`}
    <${Chosen} ids=${files} remove=${id => setFiles(files.filter(each => each !== id))} />
    <div class="composer-box">
      <textarea ref=${area} id=${id} rows="1" value=${text} placeholder=${placeholder} aria-label=${placeholders[0]} aria-autocomplete="list"
        aria-controls=${offers.length > 0 ? `${id}-offers` : undefined}
        aria-activedescendant=${offers.length > 0 ? `${id}-offer-${at}` : undefined}
        onInput=${event => write(event.currentTarget.value, event.currentTarget.selectionStart)} onKeyDown=${press} onBlur=${() => setAsked(null)}></textarea>
      <${AttachButton} id=${`${id}-files`} user=${user} files=${files} onFiles=${setFiles} />
      ${!thread && html`<${Shortcuts} user=${user} type="global" look="icon-button" />`}
      <button type="submit" class="button primary filled send" disabled=${(text.trim() === '' && files.length === 0) || running !== ''} title=${words.sendHint}>${words.send}</button>
    </div>
    <div class="composer-note" aria-live="polite">${running ? words.working(running) : ''}</div>
  </form>`;
}

/** @returns {{ insert: string, name: string, hint: string, more: string }[]} */
function offersFor(asked, { commands, people, channels, nameOf, words }) {
  if (asked.kind === 'command')
    return offeredCommands(commands, asked.query).map(({ command, usage_hint, description, on_slack }) => ({
      insert: command,
      name: command,
      hint: usage_hint,
      more: on_slack ? `${description} (${words.onSlack(on_slack)})` : description,
    }));
  if (asked.kind === 'person')
    return offeredPeople(people, asked.query).map(({ id, name }) => ({
      insert: `@${name}`,
      name: nameOf(id),
      hint: `@${name}`,
      more: '',
    }));
  if (asked.kind === 'emoji')
    return offeredEmoji(asked.query).map(({ name, character }) => ({
      insert: `:${name}:`,
      name: character,
      hint: `:${name}:`,
      more: '',
    }));
  return offeredChannels(channels, asked.query).map(({ name }) => ({
    insert: `#${name}`,
    name: `#${name}`,
    hint: '',
    more: '',
  }));
}
