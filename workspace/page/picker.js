/** Draws date, time and date-time pickers with the browser's own. */
import { html } from './html.js';
import { usePage } from './page-context.js';
import { fromLocal, toLocal, ZONE } from './time.js';

/** A day, YYYY-MM-DD. */
export function DatePicker(props) {
  return html`<${Picker} ...${props} type="date" shown=${props.value ?? ''} read=${text => text || null} />`;
}

/** A time of day, HH:mm. */
export function TimePicker(props) {
  const { words } = usePage();
  const zone = props.element.timezone;
  return html`<${Picker} ...${props} type="time" shown=${props.value ?? ''} read=${text => text.slice(0, 5) || null} />
    ${zone && html`<div class="hint">${words.zoneHint(zone)}</div>`}`;
}

/** A moment, in Unix seconds. */
export function DateTimePicker(props) {
  const shown = props.value === null ? '' : toLocal(new Date(Number(props.value) * 1000)).slice(0, 16);
  const read = text => {
    const at = text === '' ? null : fromLocal(text);
    return at && Math.floor(at.getTime() / 1000);
  };
  const { words } = usePage();
  return html`<${Picker} ...${props} type="datetime-local" shown=${shown} read=${read} />
    <div class="hint">${words.zoneHint(ZONE)}</div>`;
}

function Picker({ type, element, field, shown, read, change }) {
  const { words } = usePage();
  return html`<input class="input picker" type=${type} id=${field.id} value=${shown} required=${field.required}
    aria-label=${field.labelled ? undefined : (element.placeholder?.text ?? words.choose)}
    aria-invalid=${field.invalid ? 'true' : undefined} aria-describedby=${field.described}
    data-focus=${element.focus_on_load ? 'true' : undefined} onChange=${event => change(read(event.currentTarget.value))} />`;
}
