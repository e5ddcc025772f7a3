/** Draws images, videos and files; a picture that cannot be loaded (offline, say) is named and linked instead. */
import { useState } from '/page/vendor/hooks.js';
import { pictureAddress } from './files.js';
import { html } from './html.js';
import { usePage } from './page-context.js';
import { Link, Text } from './text.js';

/** An image element; `small` in context rows and beside titles, `still` where the whole picture is a link already. */
export function Picture({ image, small = false, still = false }) {
  const [broken, setBroken] = useState(false);
  const url = pictureAddress(image);
  const alt = String(image.alt_text ?? '');
  const loads = /^(https:\/\/|\/(files-pri|avatars)\/)/.test(url) || /^data:image\/(png|jpeg|gif|webp);/.test(url);
  if (loads && !broken)
    return html`<img class=${small ? 'picture small' : 'picture'} src=${url} alt=${alt} loading="lazy" onError=${() => setBroken(true)} />`;
  if (small && alt === '') return null;
  const name = html`<span class=${small ? 'picture-name small' : 'picture-name'} title=${alt}><span aria-hidden="true">🖼 </span>${alt || url}</span>`;
  return still ? name : html`<${Link} url=${url}>${name}<//>`;
}

export function ImageBlock({ block }) {
  return html`<figure>
    ${block.title && html`<figcaption class="quiet"><${Text} text=${block.title} /></figcaption>`}
    <${Picture} image=${block} />
  </figure>`;
}

export function VideoBlock({ block }) {
  const { words } = usePage();
  const by = [block.author_name, block.provider_name].filter(Boolean).join(' · ');
  return html`<div class="media-card">
    ${
      by &&
      html`<div class="card-head quiet">
        ${block.provider_icon_url && html`<${Picture} image=${{ image_url: block.provider_icon_url, alt_text: '' }} small />`}
        <span>${by}</span>
      </div>`
    }
    <strong><${Link} url=${block.title_url ?? block.video_url}><${Text} text=${block.title} /><//></strong>
    ${block.description && html`<div><${Text} text=${block.description} /></div>`}
    <${Link} url=${block.video_url}>
      <span class="video-still">
        <${Picture} image=${{ image_url: block.thumbnail_url, alt_text: block.alt_text }} still />
        <span class="play" aria-hidden="true">▶</span><span class="hidden">${words.video}</span>
      </span>
    <//>
  </div>`;
}

export function FileBlock({ block }) {
  return html`<div class="media-card">📄 ${block.source} · ${block.external_id}</div>`;
}
