/** Reactions to a message: who reacted with what, one's own given and taken back, and the way to another. */
import { useRef, useState } from '/page/vendor/hooks.js';
import { emojiCharacter, isEmoji, offeredEmoji } from '../core/text/emoji.js';
import { tell } from './api.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { PopupButton } from './popup-button.js';

/** Offered before anything is typed. */
const USUAL = [
  ...['white_check_mark', 'eyes', 'raised_hands', '+1', 'tada', 'heart', 'pray', 'thinking_face'],
  ...['joy', 'smile', 'clap', 'ok_hand', 'wave', 'rocket', '100', 'x'],
];
const MOST_OFFERED = 24;

/** The reactions of a message as buttons; nothing when there are none. */
export function Reactions({ message, user, channel }) {
  const { words, nameOf, fail } = usePage();
  if (!message.reactions?.length) return null;
  return html`<div class="reactions">
    ${message.reactions.map(({ name, users = [], count }) => {
      const mine = users.includes(user);
      const said = `:${name}: ${users.map(nameOf).join(words.comma)}`;
      const react = () => tell('/human/react', { user, channel, ts: message.ts, name, remove: mine }).catch(fail);
      return html`<button key=${name} type="button" class="reaction" aria-pressed=${mine} title=${said} onClick=${react}>
        <span class="hidden">${said}</span>        <span aria-hidden="true">${emojiCharacter(name)} ${users.length || count}</span>
      </button>`;
    })}
  </div>`;
}

/** The button that offers emoji to react with. */
export function ReactButton({ message, user, channel }) {
  const { words, fail } = usePage();
  const react = name => tell('/human/react', { user, channel, ts: message.ts, name }).catch(fail);
  return html`<${PopupButton} label=${words.react} mark="🙂" kind="react" keys="R">${close =>
    html`<${Offers} onChoose=${name => {
      close();
      react(name);
    }} />`}<//>`;
}

function Offers({ onChoose }) {
  const { words } = usePage();
  const [query, setQuery] = useState('');
  const grid = useRef(/** @type {HTMLDivElement | null} */ (null));
  const name = query.trim().replace(/^:|:$/g, '');
  const found = name === '' ? USUAL.map(usual) : emojiCalled(name);
  const press = event => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') grid.current?.querySelector('button')?.focus();
    else if (event.key !== 'Enter') return;
    // Else the same key would press the button that gets the focus back.
    else if (name !== '' && found[0]) onChoose(found[0].name);
    event.preventDefault();
  };
  const search = useRef(/** @type {HTMLInputElement | null} */ (null));
  return html`<input ref=${search} class="input" type="search" value=${query} placeholder=${words.findEmoji} aria-label=${words.findEmoji}
      onInput=${event => setQuery(event.currentTarget.value)} onKeyDown=${press} />
    ${
      found.length > 0 &&
      html`<div ref=${grid} class="react-offers" role="group" aria-label=${words.emojiOffered} onKeyDown=${event => pressInGrid(event, search.current)}>
      ${found.map(each => html`<button key=${each.name} type="button" class="icon-button" aria-label=${each.name} title=${`:${each.name}:`} onClick=${() => onChoose(each.name)}>${each.character}</button>`)}
    </div>`
    }
    <p class="hint" role="status">${found.length === 0 ? words.noEmoji(name) : ''}</p>`;
}

/** Arrows go from emoji to emoji, and from the first row back to the field. */
function pressInGrid(event, search) {
  const all = /** @type {HTMLElement[]} */ ([...event.currentTarget.querySelectorAll('button')]);
  const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const row = all.filter(each => each.offsetTop === all[0]?.offsetTop).length;
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row, ArrowUp: -row }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  if (event.key === 'ArrowUp' && at < row) search?.focus();
  else all[at + step]?.focus();
}

/** The emoji of that name, also with a skin tone, before those whose names only contain it. */
function emojiCalled(name) {
  const offered = offeredEmoji(name, MOST_OFFERED);
  return isEmoji(name) && offered[0]?.name !== name ? [usual(name), ...offered] : offered;
}

function usual(name) {
  return { name, character: emojiCharacter(name) };
}
