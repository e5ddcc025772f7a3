/** Draws inputs one types into; in an acting block they tell the app on Enter or on each character, as declared. */
import { html } from './html.js';
import { usePage } from './page-context.js';
import { useSurface } from './surface.js';

const TYPE = /** @type {Record<string, string>} */ ({ email_text_input: 'email', url_text_input: 'url' });
const SHOW_LEFT_BELOW = 100;

/** A line or an area of text, a number, an email or web address. */
export function TextField({ block, element, field, value, change, acts }) {
  const { words } = usePage();
  const { act } = useSurface();
  const when = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const area = element.multiline === true;
  const type = input => {
    change(input.value);
    if (acts && when.includes('on_character_entered')) act(block, element, { selected: input.value });
  };
  const press = event => {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey || !acts || !when.includes('on_enter_pressed'))
      return;
    event.preventDefault();
    act(block, element, { selected: event.currentTarget.value });
  };
  const left = element.max_length === undefined ? null : element.max_length - String(value ?? '').length;
  const attributes = {
    id: field.id,
    class: 'input',
    value: value ?? '',
    placeholder: element.placeholder?.text,
    required: field.required,
    'aria-label': field.labelled ? undefined : (element.placeholder?.text ?? words.message),
    'aria-invalid': field.invalid ? 'true' : undefined,
    'aria-describedby': field.described,
    'data-focus': element.focus_on_load ? 'true' : undefined,
    onInput: event => type(event.currentTarget),
    onKeyDown: press,
  };
  const number =
    element.type === 'number_input' ? { inputmode: element.is_decimal_allowed ? 'decimal' : 'numeric' } : {};
  return html`${
    area
      ? html`<textarea ...${attributes} rows="4"></textarea>`
      : html`<input ...${attributes} ...${number} type=${TYPE[element.type] ?? 'text'} autocomplete="off" />`
  }
  ${left !== null && left < SHOW_LEFT_BELOW && html`<div class=${left < 0 ? 'error' : 'hint'} aria-live="polite">${words.charactersLeft(left)}</div>`}
  ${acts && when.includes('on_enter_pressed') && !area && html`<div class="hint">${words.pressEnter}</div>`}`;
}
