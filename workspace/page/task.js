/** Draws plans and task cards. */
import { useState } from '/page/vendor/hooks.js';
import { html } from './html.js';
import { NotDrawn } from './not-drawn.js';
import { usePage } from './page-context.js';
import { RichText } from './rich-text.js';
import { Link } from './text.js';

const MARK = /** @type {Record<string, string>} */ ({ pending: '○', in_progress: '◐', complete: '✓', error: '!' });

/** A plan: a title and its tasks. */
export function Plan({ block }) {
  const title = typeof block.title === 'string' ? block.title : block.title?.text;
  return html`<div class="plan">
    <div class="card-title">${title}</div>
    <ol>
      ${(block.tasks ?? []).map(task => html`<li>${task.task_id ? html`<${TaskCard} task=${task} />` : html`<${NotDrawn} value=${task} />`}</li>`)}
    </ol>
  </div>`;
}

/** One task with its state; its details, output and sources can be folded away. */
export function TaskCard({ task, alone = false }) {
  const { words } = usePage();
  const [open, setOpen] = useState(true);
  const more = task.details || task.output || task.sources?.length > 0;
  const status = String(task.status ?? 'pending');
  const label = /** @type {Record<string, string>} */ (words.status)[status] ?? status;
  const head = html`<span class=${`task-mark task-${status}`} aria-hidden="true">${MARK[status] ?? '○'}</span>
    <span class="card-title">${task.title}</span>
    <span class="quiet">${label}</span>`;
  return html`<div class=${alone ? 'task plan' : 'task'}>
    ${
      more
        ? html`<button type="button" class="task-head" aria-expanded=${open} onClick=${() => setOpen(!open)}>${head}<span class="chevron" aria-hidden="true"></span></button>`
        : html`<div class="task-head">${head}</div>`
    }
    ${
      more &&
      open &&
      html`<div class="task-body">
        ${task.details && html`<${RichText} block=${task.details} />`}
        ${task.output && html`<div class="task-output"><${RichText} block=${task.output} /></div>`}
        ${
          task.sources?.length > 0 &&
          html`<ul class="task-sources" aria-label=${words.sources}>
            ${task.sources.map(source => html`<li><${Link} url=${source.url}>${source.text || source.url}<//></li>`)}
          </ul>`
        }
      </div>`
    }
  </div>`;
}
