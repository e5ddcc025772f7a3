/** Draws radio buttons and checkboxes. */
import { html } from './html.js';
import { Text } from './text.js';

/** One of several. */
export function RadioButtons({ element, field, value, change }) {
  return html`<div class="choices">
    ${(element.options ?? []).map(
      option => html`<${Choice} type="radio" field=${field} option=${option} checked=${value === option.value}
        onToggle=${() => change(option.value)} />`,
    )}
  </div>`;
}

/** Any of several. */
export function Checkboxes({ element, field, value, change }) {
  const chosen = Array.isArray(value) ? value : [];
  const all = (element.options ?? []).map(option => option.value);
  const toggle = wanted => change(all.filter(each => chosen.includes(each) !== (each === wanted)));
  return html`<div class="choices">
    ${(element.options ?? []).map(
      option => html`<${Choice} type="checkbox" field=${field} option=${option} checked=${chosen.includes(option.value)}
        onToggle=${() => toggle(option.value)} />`,
    )}
  </div>`;
}

function Choice({ type, field, option, checked, onToggle }) {
  return html`<label class="choice">
    <input type=${type} name=${field.id} checked=${checked} aria-invalid=${field.invalid ? 'true' : undefined} onChange=${onToggle} />
    <span>
      <${Text} text=${option.text} />
      ${option.description && html`<span class="quiet choice-more"><${Text} text=${option.description} /></span>`}
    </span>
  </label>`;
}
