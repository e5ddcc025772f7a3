/**
 * What is offered while one types into a field (commands, people, channels, emoji), and the keys that take it: for the
 * composer and for whoever edits a message.
 * @import { Channel, Command, Completion } from './completion.d.ts'
 */
import { useState } from '/page/vendor/hooks.js';
import { offeredEmoji } from '../core/text/emoji.js';
import { complete, completionAt, offeredChannels, offeredCommands, offeredPeople } from './completion.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { usePopup } from './popup.js';

const MOST_OFFERED = 8;
/** @typedef {{ insert: string, name: string, hint: string, more: string }} Offer */

/**
 * The field's attributes, what to do with a key before the field does (true when it was taken), a way to put the offers
 * away, how many there are, and the list of them.
 * @param {{ id: string, area: { current: HTMLTextAreaElement | null }, text: string, setText: (text: string) => void,
 *   commands: Command[], channels: Channel[], floats?: boolean }} props `floats`: the list lies over everything, where the
 *   field's surroundings would cut it off
 */
export function useOffers({ id, area, text, setText, commands, channels, floats = false }) {
  const { words, people, nameOf } = usePage();
  const [asked, setAsked] = useState(/** @type {Completion | null} */ (null));
  const [at, setAt] = useState(0);
  const offers = asked
    ? offersFor(asked, { commands, people, channels, nameOf, words }).slice(0, MOST_OFFERED)
    : /** @type {Offer[]} */ ([]);
  const close = () => setAsked(null);
  const accept = (/** @type {Offer | undefined} */ offer) => {
    if (!asked || !offer) return;
    const done = complete(text, asked, offer.insert);
    setText(done.text);
    close();
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(done.caret, done.caret);
    });
  };
  const press = (/** @type {KeyboardEvent} */ { key }) => {
    if (offers.length === 0) return false;
    if (key === 'ArrowDown' || key === 'ArrowUp')
      setAt((at + (key === 'ArrowDown' ? 1 : offers.length - 1)) % offers.length);
    else if (key === 'Tab' || (key === 'Enter' && offers[at]?.insert !== text.trim())) accept(offers[at]);
    else if (key === 'Escape') close();
    else return false;
    return true;
  };
  const field = {
    'aria-autocomplete': 'list',
    'aria-controls': offers.length > 0 ? `${id}-offers` : undefined,
    'aria-activedescendant': offers.length > 0 ? `${id}-offer-${at}` : undefined,
    onInput(/** @type {InputEvent & { currentTarget: HTMLTextAreaElement }} */ { currentTarget }) {
      setText(currentTarget.value);
      setAt(0);
      setAsked(completionAt(currentTarget.value, currentTarget.selectionStart));
    },
    onBlur: close,
  };
  const list =
    offers.length > 0 &&
    html`<${OfferList} id=${id} offers=${offers} at=${at} accept=${accept} anchor=${floats ? area : null} />`;
  return { field, press, close, count: offers.length, list };
}

/** @param {{ id: string, offers: Offer[], at: number, accept: (offer: Offer) => void, anchor: { current: HTMLElement | null } | null }} props */
function OfferList({ id, offers, at, accept, anchor }) {
  const { words } = usePage();
  const popup = usePopup(anchor !== null, anchor ?? { current: null }, () => {});
  return html`<div ref=${popup} class=${anchor ? 'popup' : 'offers'} popover=${anchor ? 'manual' : undefined} role="listbox" id=${`${id}-offers`} aria-label=${words.completions}>
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
  </div>`;
}

/** @returns {Offer[]} */
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
