/** Draws images, videos and files; a picture that cannot be loaded (offline, say) is named and linked instead. */
import { useState } from '/page/vendor/hooks.js';
import { pictureAddress } from './files.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { Link, Text } from './text.js';

/** An image element; `small` in context rows and beside titles. */
export function Picture({ image, small = false }) {
  const [broken, setBroken] = useState(false);
  const url = pictureAddress(image);
  const alt = String(image.alt_text ?? '');
  const loads = /^(https:\/\/|\/files-pri\/)/.test(url) || /^data:image\/(png|jpeg|gif|webp);/.test(url);
  if (loads && !broken)
    return html`<img class=${small ? 'picture small' : 'picture'} src=${url} alt=${alt} loading="lazy" onError=${() => setBroken(true)} />`;
  return html`<${Link} url=${url}><span class=${small ? 'picture-name small' : 'picture-name'} title=${alt}>🖼 ${alt}</span><//>`;
}

export function ImageBlock({ block }) {
  return html`<figure>
    ${block.title && html`<figcaption><${Text} text=${block.title} /></figcaption>`}
    <${Picture} image=${block} />
  </figure>`;
}

export function VideoBlock({ block }) {
  const { words } = usePage();
  const by = [block.author_name, block.provider_name].filter(Boolean).join(' · ');
  return html`<div class="media-card">
    ${by && html`<div class="quiet">${by}</div>`}
    <strong><${Link} url=${block.title_url ?? block.video_url}><${Text} text=${block.title} /><//></strong>
    ${block.description && html`<div><${Text} text=${block.description} /></div>`}
    <${Link} url=${block.video_url}><span class="picture-name">▶ ${words.video} · ${block.alt_text}</span><//>
  </div>`;
}

export function FileBlock({ block }) {
  return html`<div class="media-card">📄 ${block.source} · ${block.external_id}</div>`;
}
