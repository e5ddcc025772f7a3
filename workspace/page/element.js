/** Draws the elements inside blocks; which of them act at once and which only hold a value is decided here. */
import { Button, FeedbackButtons, IconButton } from './button.js';
import { Checkboxes, RadioButtons } from './choice.js';
import { FileInput } from './file-input.js';
import { keyOf } from './form.js';
import { html } from './html.js';
import { Picture } from './media.js';
import { NotDrawn } from './not-drawn.js';
import { Overflow } from './overflow.js';
import { DatePicker, DateTimePicker, TimePicker } from './picker.js';
import { RichEditor } from './rich-editor.js';
import { SelectElement } from './select-element.js';
import { useSurface } from './surface.js';
import { TextField } from './text-field.js';

/** @type {Record<string, (props: any) => unknown>} */
const DRAWN = {
  button: Button,
  workflow_button: Button,
  feedback_buttons: FeedbackButtons,
  icon_button: IconButton,
  overflow: Overflow,
  image: ({ element }) => html`<${Picture} image=${element} />`,
  radio_buttons: RadioButtons,
  checkboxes: Checkboxes,
  datepicker: DatePicker,
  timepicker: TimePicker,
  datetimepicker: DateTimePicker,
  plain_text_input: TextField,
  number_input: TextField,
  email_text_input: TextField,
  url_text_input: TextField,
  rich_text_input: RichEditor,
  file_input: FileInput,
};

/** One element. `field` names its label and error when it stands in an input block. */
export function Element({ block, element, field }) {
  const surface = useSurface();
  const type = String(element?.type);
  const draw = /_select$/.test(type) ? SelectElement : DRAWN[type];
  if (!draw) return html`<${NotDrawn} value=${element} />`;
  const acts = block.type !== 'input' || block.dispatch_action === true;
  const typed = /_input$/.test(type);
  const change = value => (acts && !typed ? surface.choose(block, element, value) : surface.set(block, element, value));
  const key = keyOf(block, element);
  const name = field ?? { id: `${surface.prefix}-${key}`.replace(/[^\w-]/g, '-') };
  const value = surface.values[key] ?? null;
  const problem = surface.failed[key];
  return html`<${draw} key=${key} block=${block} element=${element} field=${name} value=${value} change=${change} acts=${acts} />
    ${problem && html`<span class="not-taken" role="alert" title=${problem}><span aria-hidden="true">⚠</span><span class="hidden">${problem}</span></span>`}`;
}
