/** Draws buttons: plain, with an address, with an icon, and feedback pairs. */
import { useState } from '/page/vendor/hooks.js';
import { emojiCharacter } from '../core/text/emoji.js';
import { safeUrl } from '../core/text/mrkdwn.js';
import { keyOf } from './form.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { useSurface } from './surface.js';
import { Text } from './text.js';

/** A button; one with an address opens it in a new window and still tells the app. */
export function Button({ block, element }) {
  const { act, busy } = useSurface();
  const look = `button${element.style === 'primary' ? ' primary' : ''}${element.style === 'danger' ? ' danger' : ''}`;
  const value = element.value === undefined ? {} : { value: element.value };
  const acting = busy.has(keyOf(block, element) + (element.value ?? ''));
  // It keeps the focus while it waits, and takes no second press.
  const press = async () => !acting && act(block, element, value);
  const url = safeUrl(element.url ?? element.workflow?.trigger?.url ?? '');
  const label = element.accessibility_label;
  if (url) {
    // With a question to answer first, the page opens the address itself once it is answered.
    const visit = async event => {
      if (!element.confirm) return press();
      event.preventDefault();
      if (await press()) window.open(url, '_blank', 'noreferrer,noopener');
    };
    return html`<a class=${look} href=${url} target="_blank" rel="noreferrer noopener" aria-label=${label} aria-busy=${acting} onClick=${visit}>
      <${Text} text=${element.text} /><span aria-hidden="true"> ↗</span>
    </a>`;
  }
  return html`<button type="button" class=${look} aria-label=${label} aria-busy=${acting} aria-disabled=${acting} onClick=${press}>
    <${Text} text=${element.text} />
  </button>`;
}

const ICONS = /** @type {Record<string, string>} */ ({ trash: 'wastebasket' });

/** An icon button; hidden from those it does not name, as Slack hides it. */
export function IconButton({ block, element }) {
  const { act, busy } = useSurface();
  const value = element.value === undefined ? {} : { value: element.value };
  const acting = busy.has(keyOf(block, element) + (element.value ?? ''));
  return html`<button type="button" class="button icon-only" aria-busy=${acting} aria-label=${element.accessibility_label ?? element.text?.text}
    title=${element.text?.text} aria-disabled=${acting} onClick=${() => !acting && act(block, element, value)}>
    ${emojiCharacter(ICONS[element.icon] ?? element.icon)}
  </button>`;
}

/** Thumbs up and down; the one given stays marked. */
export function FeedbackButtons({ block, element }) {
  const { words } = usePage();
  const { act, busy } = useSurface();
  const [given, setGiven] = useState(/** @type {string | null} */ (null));
  const press = async value => {
    if (await act(block, element, { value })) setGiven(value);
  };
  const one = (button, mark, fallback) => html`<button type="button" class="button icon-only"
    disabled=${busy.has(keyOf(block, element) + (button?.value ?? ''))} aria-pressed=${given === button?.value}
    aria-label=${button?.accessibility_label ?? button?.text?.text ?? fallback} title=${button?.text?.text}
    onClick=${() => press(button?.value)}>
    ${mark}
  </button>`;
  return html`<span class="feedback">
    ${one(element.positive_button, '👍', words.good)}${one(element.negative_button, '👎', words.bad)}
  </span>`;
}
