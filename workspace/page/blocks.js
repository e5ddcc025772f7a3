/**
 * Draws blocks: every kind of Slack's reference, and a frame with the JSON for what it does not know.
 * @import { Json } from './form.d.ts'
 */
import { useState } from '/page/vendor/hooks.js';
import { Card, Carousel } from './card.js';
import { Chart } from './chart.js';
import { Container } from './container.js';
import { Element } from './element.js';
import { html } from './html.js';
import { InputBlock } from './input-block.js';
import { Markdown } from './markdown-block.js';
import { FileBlock, ImageBlock, Picture, VideoBlock } from './media.js';
import { NotDrawn } from './not-drawn.js';
import { usePage } from './page-context.js';
import { RichText } from './rich-text.js';
import { useSurface } from './surface.js';
import { DataTable, Table } from './table.js';
import { Plan, TaskCard } from './task.js';
import { Text } from './text.js';

const FOLD_AT = 700;

/** @param {{ blocks: Json[] }} props */
export function Blocks({ blocks }) {
  return (blocks ?? []).map(block => html`<${Block} key=${block.block_id} block=${block} />`);
}

/** One block. */
export function Block({ block }) {
  const draw = DRAWN[block?.type];
  return draw
    ? html`<div class=${`block block-${block.type}`}><${draw} block=${block} /></div>`
    : html`<${NotDrawn} value=${block} />`;
}

/** @type {Record<string, (props: { block: any }) => unknown>} */
const DRAWN = {
  section: Section,
  actions: Actions,
  context: Context,
  context_actions: ContextActions,
  divider: () => html`<hr />`,
  header: ({ block }) => html`<h3><${Text} text=${block.text} /></h3>`,
  image: ImageBlock,
  input: InputBlock,
  rich_text: RichText,
  markdown: ({ block }) => html`<${Markdown} source=${block.text} />`,
  table: Table,
  data_table: DataTable,
  data_visualization: Chart,
  card: Card,
  carousel: Carousel,
  alert: Alert,
  container: ({ block }) => html`<${Container} block=${block} draw=${Block} />`,
  plan: Plan,
  task_card: ({ block }) => html`<${TaskCard} task=${block} alone />`,
  video: VideoBlock,
  file: FileBlock,
};

function Section({ block }) {
  const fields = block.fields ?? [];
  return html`<div class="section">
    <div class="section-text">
      ${block.text && html`<${Folding} text=${block.text} expand=${block.expand === true} />`}
      ${fields.length > 0 && html`<div class="fields">${fields.map(field => html`<div><${Text} text=${field} /></div>`)}</div>`}
    </div>
    ${block.accessory && html`<div class="accessory"><${Element} block=${block} element=${block.accessory} /></div>`}
  </div>`;
}

/** Long texts are folded behind "See more", as Slack folds them. */
function Folding({ text, expand }) {
  const { words } = usePage();
  const [open, setOpen] = useState(false);
  const long = !expand && String(text.text ?? '').length > FOLD_AT;
  return html`<div class=${long && !open ? 'folded' : ''}><${Text} text=${text} /></div>
    ${
      long &&
      html`<button type="button" class="link-button" aria-expanded=${open} onClick=${() => setOpen(!open)}>
        ${open ? words.seeLess : words.seeMore}
      </button>`
    }`;
}

function Actions({ block }) {
  return html`<div class="actions">
    ${(block.elements ?? []).map(element => html`<${Element} block=${block} element=${element} />`)}
  </div>`;
}

/** Icon buttons meant for others are left out, as Slack leaves them out. */
function ContextActions({ block }) {
  const { user } = useSurface();
  const elements = (block.elements ?? []).filter(
    element => !Array.isArray(element.visible_to_user_ids) || element.visible_to_user_ids.includes(user),
  );
  return html`<${Actions} block=${{ ...block, elements }} />`;
}

function Context({ block }) {
  return html`<div class="context">
    ${(block.elements ?? []).map(element =>
      element.type === 'image'
        ? html`<${Picture} image=${element} small />`
        : html`<span><${Text} text=${element} /></span>`,
    )}
  </div>`;
}

const ALERT_MARK = /** @type {Record<string, string>} */ ({ info: 'i', warning: '!', error: '!', success: '✓' });

function Alert({ block }) {
  const { words } = usePage();
  const level = String(block.level ?? 'default');
  const name = /** @type {Record<string, string>} */ (words.levels)[level];
  return html`<div class=${`alert alert-${level}`} role="note">
    <span class="alert-mark" aria-hidden="true">${ALERT_MARK[level] ?? 'i'}</span>
    ${name && html`<span class="hidden">${name}</span>`}
    <div><${Text} text=${block.text} /></div>
  </div>`;
}
