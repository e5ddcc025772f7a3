/** Reactions to a message: who reacted with what, one's own given and taken back, and the way to another. */
import { useState } from '/page/vendor/hooks.js';
import { emojiCharacter, offeredEmoji } from '../core/text/emoji.js';
import { tell } from './api.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { PopupButton } from './popup-button.js';

/** Offered before anything is typed. */
const USUAL = ['white_check_mark', 'eyes', 'raised_hands', '+1', 'tada', 'heart', 'pray', 'thinking_face'];
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
  return html`<${PopupButton} label=${words.react} mark="🙂" kind="react">${close =>
    html`<${Offers} onChoose=${name => {
      close();
      react(name);
    }} />`}<//>`;
}

function Offers({ onChoose }) {
  const { words } = usePage();
  const [query, setQuery] = useState('');
  const found = query.trim() === '' ? USUAL.map(usual) : offeredEmoji(query.trim(), MOST_OFFERED);
  const press = event => {
    if (event.key !== 'Enter' || event.isComposing) return;
    // Else the same key would press the button that gets the focus back.
    event.preventDefault();
    if (query.trim() !== '' && found[0]) onChoose(found[0].name);
  };
  return html`<input class="input" type="search" value=${query} placeholder=${words.findEmoji} aria-label=${words.findEmoji}
      onInput=${event => setQuery(event.currentTarget.value)} onKeyDown=${press} />
    <div class="react-offers">
      ${found.map(({ name, character }) => html`<button key=${name} type="button" class="icon-button" aria-label=${name} title=${`:${name}:`} onClick=${() => onChoose(name)}>${character}</button>`)}
    </div>
    ${found.length === 0 && html`<p class="hint" role="status">${words.nothingFound}</p>`}`;
}

function usual(name) {
  return { name, character: emojiCharacter(name) };
}
