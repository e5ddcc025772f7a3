/** Draws plans and task cards. */
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

/** One task with its state, details, output and sources. */
export function TaskCard({ task }) {
  const { words } = usePage();
  const status = String(task.status ?? 'pending');
  const label = /** @type {Record<string, string>} */ (words.status)[status] ?? status;
  return html`<div class="task">
    <div class="task-head">
      <span class=${`task-mark task-${status}`} aria-hidden="true">${MARK[status] ?? '○'}</span>
      <span class="card-title">${task.title}</span>
      <span class="quiet">${label}</span>
    </div>
    ${task.details && html`<${RichText} block=${task.details} />`}
    ${task.output && html`<${RichText} block=${task.output} />`}
    ${
      task.sources?.length > 0 &&
      html`<div class="context">${task.sources.map(source => html`<${Link} url=${source.url}>${source.text || source.url}<//>`)}</div>`
    }
  </div>`;
}
