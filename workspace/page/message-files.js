/** Draws the files of a message. */
import { addressOf, formatSize } from './files.js';
import { html } from './html.js';
import { usePage } from './page-context.js';

/** The files of a message: pictures as such, everything else by name, kind and size. */
export function Files({ files }) {
  return html`<div class="files">${files.map(file => html`<${OneFile} key=${file.id} file=${file} />`)}</div>`;
}

function OneFile({ file }) {
  const { words } = usePage();
  if (file.mode === 'tombstone') return html`<div class="file-card quiet">🗑 ${words.fileDeleted}</div>`;
  const address = addressOf(file.id);
  const name = file.title || file.name;
  const facts = `${file.pretty_type} · ${formatSize(file.size)}`;
  if (!file.original_w) {
    return html`<div class="file-card">
      <span class="file-kind" aria-hidden="true">📄</span>
      <span class="file-facts"><a href=${address} download=${file.name}>${name}</a><span class="quiet">${facts}</span></span>
    </div>`;
  }
  return html`<figure class="file-picture">
    <a href=${address} target="_blank" rel="noreferrer noopener" title=${words.openLink}><img src=${address} alt=${file.alt_txt || name} width=${file.original_w} height=${file.original_h} loading="lazy" /></a>
    <figcaption class="quiet"><a href=${`${address}/download`} download=${file.name}>${name}</a> ${facts}</figcaption>
  </figure>`;
}
