/** What the page does not know is shown framed with its JSON, never as nothing. */
import { html } from './html.js';
import { usePage } from './page-context.js';

/** @param {{ value: unknown }} props */
export function NotDrawn({ value }) {
  const { words } = usePage();
  const type = /** @type {{ type?: unknown } | null} */ (value)?.type;
  return html`<details class="not-drawn">
    <summary>${words.notDrawn(String(type ?? typeof value))}</summary>
    <pre tabindex="0">${JSON.stringify(value, null, 2)}</pre>
  </details>`;
}
