/** A button that asks for a day and goes to its first message in the conversation. */
import { useState } from '/page/vendor/hooks.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { PopupButton } from './popup-button.js';
import { dayOf, fromLocal } from './time.js';

/** @param {{ onJump: (ts: string) => void }} props `ts`: where that day begins */
export function JumpToDate({ onJump }) {
  const { words, now } = usePage();
  const [day, setDay] = useState('');
  const begins = fromLocal(`${day}T00:00`);
  return html`<${PopupButton} label=${words.jumpToDate} mark="📅" kind="jump" onOpen=${() => setDay(dayOf(now()))}>${close => html`<form onSubmit=${event => {
    event.preventDefault();
    if (!begins) return;
    close();
    onJump(`${Math.floor(begins.getTime() / 1000)}.000000`);
  }}>
    <label>${words.jumpToDate}<input class="input" type="date" lang=${words.lang} max=${dayOf(now())} value=${day} onInput=${event => setDay(event.currentTarget.value)} /></label>
    <button type="submit" class="button primary filled" disabled=${begins === null}>${words.goTo}</button>
  </form>`}<//>`;
}
