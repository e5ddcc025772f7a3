/**
 * The rich text input: one writes with styles, lists, quotes, code, links, mentions and emoji, and it holds Slack's rich_text.
 * @import { Json } from './form.d.ts'
 */
import { useEffect, useLayoutEffect, useRef, useState } from '/page/vendor/hooks.js';
import { emojiCharacter, emojiOf, emojiUnicode, isEmoji, offeredEmoji } from '../core/text/emoji.js';
import { safeUrl } from '../core/text/mrkdwn.js';
import { offeredChannels, offeredPeople } from './completion.js';
import { html } from './html.js';
import { channelTitle } from './name.js';
import { usePage } from './page-context.js';
import { usePane } from './pane-context.js';
import { usePopup } from './popup.js';
import {
  around,
  insert,
  leaveBlock,
  place,
  select,
  selectBefore,
  stylesAt,
  textBefore,
  toggle,
} from './rich-command.js';
import { atom, readRichText, tidyLists, writeRichText } from './rich-document.js';
import { rove } from './rove.js';
import { useSurface } from './surface.js';

/** What the toolbar shows, with Slack's own shortcuts (with Ctrl or Cmd). */
const TOOLS = /** @type {const} */ ([
  ['bold', 'B', 'B'],
  ['italic', 'I', 'I'],
  ['strike', 'S', 'Shift+X'],
  ['link', '🔗', 'Shift+U'],
  ['ordered', '1.', 'Shift+7'],
  ['bullet', '•', 'Shift+8'],
  ['quote', '❝', 'Shift+9'],
  ['code', '</>', 'Shift+C'],
  ['pre', '{ }', 'Alt+Shift+C'],
]);
/** What begins a line and makes something of it, once a space follows. */
const LINE_MARKS = /** @type {Record<string, string>} */ ({
  '-': 'bullet',
  '*': 'bullet',
  '1.': 'ordered',
  '>': 'quote',
});

/** @param {{ block: Json, element: any, field: any, value: any, change: (value: any) => void, acts: boolean }} props */
export function RichEditor({ block, element, field, value, change, acts }) {
  const { words } = usePage();
  const { act } = useSurface();
  const root = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [styles, setStyles] = useState(/** @type {Set<string>} */ (new Set()));
  const [linking, setLinking] = useState(/** @type {{ range: Range, text: string } | null} */ (null));
  const nameOf = useNameOf();
  const when = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const box = () => /** @type {HTMLElement} */ (root.current);

  useLayoutEffect(() => {
    writeRichText(box(), value, nameOf);
    document.execCommand('defaultParagraphSeparator', false, 'p');
  }, []);
  useEffect(() => {
    const look = () => root.current && setStyles(stylesAt(root.current));
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);

  const changed = () => {
    if (box().childNodes.length === 0) writeRichText(box(), null, nameOf);
    const now = readRichText(box());
    change(now);
    setStyles(stylesAt(box()));
    if (acts && when.includes('on_character_entered')) act(block, element, { selected: now });
  };
  const offers = useOffers(root, field.id, nameOf, changed);
  const run = name => {
    box().focus();
    if (name === 'link') openLink();
    else {
      toggle(box(), name);
      changed();
    }
  };
  const openLink = () => {
    const selection = document.getSelection();
    if (selection && selection.rangeCount > 0)
      setLinking({ range: selection.getRangeAt(0).cloneRange(), text: selection.toString() });
  };
  const link = (url, text) => {
    box().focus();
    if (linking) select(linking.range);
    setLinking(null);
    if (url === null) return;
    const made = document.createElement('a');
    made.setAttribute('href', url);
    made.textContent = text || url;
    insert(made);
    changed();
  };
  const typed = event => {
    if (event.isComposing) return changed();
    const before = textBefore(box());
    const mark = LINE_MARKS[before.slice(0, -1)];
    const emoji = /(?:^|[^\w]):([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):$/.exec(before)?.[1];
    if (
      event.inputType === 'insertText' &&
      mark &&
      before.endsWith(' ') &&
      !around(box(), 'li, blockquote, pre, code')
    ) {
      selectBefore(before.length);
      document.execCommand('delete');
      toggle(box(), mark);
    } else if (/^:skin-tone-[2-6]:$/.test(before) && giveTone(before)) {
      // The emoji before it has the tone now.
    } else if (emoji && isEmoji(emoji) && !around(box(), 'pre, code')) {
      selectBefore(emoji.length + 2);
      insert(atom(emojiElement(emoji), nameOf));
    }
    changed();
    offers.look();
  };
  const press = event => {
    if (event.isComposing || offers.press(event)) return;
    const named = shortcutOf(event);
    if (named) {
      event.preventDefault();
      event.stopPropagation();
      return run(named);
    }
    const item = around(box(), 'li');
    const holder = around(box(), 'blockquote, pre');
    const isEmptyLine =
      textBefore(box()) === '' && (holder?.innerText.endsWith('\n\n') || holder?.innerText.trim() === '');
    if (event.key === 'Tab' && item && textBefore(box()) === '') {
      event.preventDefault();
      document.execCommand(event.shiftKey ? 'outdent' : 'indent');
      tidyLists(box());
      changed();
    } else if (event.key === 'Enter' && acts && when.includes('on_enter_pressed') && !event.shiftKey) {
      event.preventDefault();
      act(block, element, { selected: readRichText(box()) });
    } else if (event.key === 'Enter' && holder && !event.shiftKey) {
      event.preventDefault();
      if (isEmptyLine && holder.innerText.trim() === '') leaveBlock(holder);
      else if (isEmptyLine) leaveBelow(holder);
      else document.execCommand('insertLineBreak');
      changed();
    } else if (event.key === 'Backspace' && holder && holder.innerText.trim() === '') {
      event.preventDefault();
      leaveBlock(holder);
      changed();
    }
  };
  const paste = event => {
    event.preventDefault();
    document.execCommand('insertText', false, event.clipboardData?.getData('text/plain') ?? '');
  };
  const lines = { '--least': String(element.min_lines ?? 3), '--most': String(element.max_lines ?? 12) };
  const empty = value === null;
  return html`<div class=${field.invalid ? 'rich-editor wrong' : 'rich-editor'} style=${lines}>
    <div class="rich-tools" role="toolbar" aria-label=${words.formatting} aria-controls=${field.id} onKeyDown=${alongside}>
      ${TOOLS.map(
        (
          [name, mark, keys],
          index,
        ) => html`<button type="button" data-rove class=${`rich-tool ${name}`} tabindex=${index === 0 ? 0 : -1}
          aria-pressed=${styles.has(name)} aria-label=${words.formats[name]} title=${`${words.formats[name]} (Ctrl+${keys})`}
          onMouseDown=${event => event.preventDefault()} onClick=${() => run(name)}>${mark}</button>`,
      )}
      ${[
        ['@', words.mentionSomeone],
        [':', words.addEmoji],
      ].map(
        ([
          mark,
          name,
        ]) => html`<button type="button" data-rove class="rich-tool" tabindex="-1" aria-label=${name} title=${name}
          onMouseDown=${event => event.preventDefault()} onClick=${() => {
            box().focus();
            document.execCommand(
              'insertText',
              false,
              textBefore(box()) === '' || /\s$/.test(textBefore(box())) ? mark : ` ${mark}`,
            );
          }}>${mark === ':' ? '☺' : mark}</button>`,
      )}
    </div>
    ${linking && html`<${LinkForm} text=${linking.text} onDone=${link} />`}
    <div ref=${root} id=${field.id} class="rich-box rich-text" contenteditable="true" role="textbox" aria-multiline="true"
      aria-labelledby=${field.labelled} aria-label=${field.labelled ? undefined : (element.placeholder?.text ?? words.message)}
      aria-describedby=${field.described} aria-invalid=${field.invalid ? 'true' : undefined} aria-required=${field.required ? 'true' : undefined}
      aria-placeholder=${element.placeholder?.text} data-placeholder=${empty ? (element.placeholder?.text ?? '') : undefined}
      data-focus=${element.focus_on_load ? 'true' : undefined} ...${offers.aria}
      onInput=${typed} onKeyDown=${press} onPaste=${paste} onDrop=${event => event.preventDefault()} onBlur=${offers.close}></div>
    ${offers.list}
    ${acts && when.includes('on_enter_pressed') && html`<div class="hint">${words.pressEnter}</div>`}
  </div>`;
}

/** Arrow keys along the toolbar, which is one stop of the Tab key. */
function alongside(event) {
  const turned = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp', Home: 'Home', End: 'End' }[event.key];
  if (!turned) return;
  rove(
    /** @type {any} */ ({
      key: turned,
      currentTarget: event.currentTarget,
      preventDefault: () => event.preventDefault(),
    }),
  );
}

function shortcutOf(event) {
  if (!(event.ctrlKey || event.metaKey)) return undefined;
  const key = event.code.replace(/^(Key|Digit)/, '');
  const keys = `${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${key}`;
  return TOOLS.find(([, , own]) => own === keys)?.[0];
}

/** Ends a quote or preformatted text whose last line is empty, and goes on below it. @param {HTMLElement} holder */
function leaveBelow(holder) {
  while (holder.lastChild instanceof HTMLBRElement || holder.lastChild?.textContent === '\n') holder.lastChild.remove();
  const line = document.createElement('p');
  line.append(document.createElement('br'));
  holder.after(line);
  place(line, 0);
}

/** @param {string} name @returns {Json} */
function emojiElement(name) {
  const [base, tone] = name.split('::skin-tone-');
  return { type: 'emoji', name: base, unicode: emojiUnicode(name), ...(tone && { skin_tone: Number(tone) }) };
}

/**
 * A skin tone typed right after an emoji becomes that emoji's; false when there is none that takes it.
 * @param {string} tone ":skin-tone-3:"
 */
function giveTone(tone) {
  const text = document.getSelection()?.anchorNode;
  let before = text?.previousSibling;
  while (before instanceof Text && before.data === '') before = before.previousSibling;
  const rich = before instanceof HTMLElement ? JSON.parse(before.dataset.rich ?? '{}') : {};
  if (rich.type !== 'emoji' || !(text instanceof Text) || !(before instanceof HTMLElement)) return false;
  const name = `${rich.name}:${tone.slice(0, -1)}`;
  before.replaceWith(atom(emojiElement(name), () => emojiCharacter(name)));
  text.data = text.data.slice(tone.length) || '\u200b';
  place(text, text.data.length);
  return true;
}

/** What the single things of a rich text are called in the editor. */
function useNameOf() {
  const { nameOf, channelNameOf } = usePage();
  return element => {
    switch (element.type) {
      case 'user':
        return `@${nameOf(element.user_id)}`;
      case 'channel':
        return `#${channelNameOf(element.channel_id)}`;
      case 'emoji':
        return emojiOf(element.name, element.unicode ?? '');
      case 'broadcast':
        return `@${element.range}`;
      case 'date':
        return element.fallback ?? element.format ?? '';
      default:
        return String(element.text ?? element.value ?? element.usergroup_id ?? element.team_id ?? element.type);
    }
  };
}

/** People, channels and emoji offered while one types their beginning after @, # or a colon. */
function useOffers(root, id, nameOf, changed) {
  const { words, people, nameOf: personName } = usePage();
  const pane = usePane();
  const [offered, setOffered] = useState(/** @type {{ element: Json, label: string, length: number }[]} */ ([]));
  const [at, setAt] = useState(0);
  const open = offered.length > 0;
  const close = () => setOffered([]);
  const popup = usePopup(open, root, close);
  const look = () => {
    const match = /(?:^|[^\p{L}\p{N}])([@#:])([\p{L}\p{N}._+-]*)$/u.exec(textBefore(root.current));
    const [, sign = '', query = ''] = match ?? [];
    const length = query.length + 1;
    const inCode = around(root.current, 'pre, code') !== null;
    /** @type {{ element: Json, label: string }[]} */
    let found = [];
    if (sign === '@' && !inCode)
      found = [
        ...offeredPeople(people, query).map(person => ({
          element: { type: 'user', user_id: person.id },
          label: personName(person.id),
        })),
        ...['here', 'channel', 'everyone']
          .filter(range => query !== '' && range.startsWith(query))
          .map(range => ({ element: { type: 'broadcast', range }, label: range })),
      ];
    if (sign === '#' && !inCode)
      found = offeredChannels(pane.channels(), query).map(channel => ({
        element: { type: 'channel', channel_id: channel.id },
        label: channelTitle(channel, personName),
      }));
    if (sign === ':' && !inCode && query.length !== 1)
      found = offeredEmoji(query).map(({ name, character }) => ({
        element: emojiElement(name),
        label: `${character} ${name}`,
      }));
    setOffered(found.slice(0, 12).map(each => ({ ...each, length })));
    setAt(0);
  };
  const choose = each => {
    if (!each) return;
    selectBefore(each.length);
    insert(atom(each.element, nameOf), document.createTextNode('\u00a0'));
    close();
    changed();
  };
  /** @returns {boolean} whether the key was for the list */
  const press = event => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const picks = event.key === 'Enter' || event.key === 'Tab';
    if (!open || (step === 0 && !picks && event.key !== 'Escape')) return false;
    event.preventDefault();
    event.stopPropagation();
    if (step !== 0) setAt((at + step + offered.length) % offered.length);
    else if (picks) choose(offered[at]);
    else close();
    return true;
  };
  const list = open
    ? html`<div ref=${popup} popover="manual" class="popup" role="listbox" id=${`${id}-offers`} aria-label=${words.completions} onMouseDown=${event => event.preventDefault()}>
        ${offered.map(
          (
            each,
            index,
          ) => html`<div role="option" id=${`${id}-offer-${index}`} aria-selected=${index === at} class=${index === at ? 'popup-item at' : 'popup-item'}
            onClick=${() => choose(each)}>${each.label}</div>`,
        )}
      </div>`
    : null;
  const aria = {
    'aria-autocomplete': 'list',
    'aria-controls': open ? `${id}-offers` : undefined,
    'aria-activedescendant': open ? `${id}-offer-${at}` : undefined,
  };
  return { look, press, close, list, aria };
}

/** Asks for the address of a link. */
function LinkForm({ text, onDone }) {
  const { words } = usePage();
  const [url, setUrl] = useState('');
  const [shown, setShown] = useState(text);
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  useLayoutEffect(() => input.current?.focus(), []);
  const address = safeUrl(/^[\w-]+(\.[\w-]+)+/.test(url) ? `https://${url}` : url.trim());
  const done = () => address && onDone(address, shown);
  const press = event => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onDone(null, '');
    else done();
  };
  return html`<div class="rich-link" role="group" aria-label=${words.formats.link} onKeyDown=${press}>
    <input ref=${input} class="input" aria-label=${words.linkAddress} placeholder="https://" value=${url} onInput=${event => setUrl(event.currentTarget.value)} />
    <input class="input" aria-label=${words.linkText} placeholder=${words.linkText} value=${shown} onInput=${event => setShown(event.currentTarget.value)} />
    <button type="button" class="button slim" disabled=${!address} onClick=${done}>${words.formats.link}</button>
    <button type="button" class="button slim" onClick=${() => onDone(null, '')}>${words.cancel}</button>
  </div>`;
}
