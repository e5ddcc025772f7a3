/** What stands in place of the composer where one cannot write: in the archive, and where one is not a member. */
import { tell } from './api.js';
import { html } from './html.js';
import { channelTitle } from './name.js';
import { usePage } from './page-context.js';
import { useRoomDeeds } from './room-deeds.js';

/** Whether there is nothing to write into. */
export function isClosed(channel) {
  return channel.is_archived === true || channel.is_member === false;
}

/** @param {{ user: string, channel: any }} props */
export function ClosedBar({ user, channel }) {
  const { words, nameOf, fail } = usePage();
  const deeds = useRoomDeeds(user, channel);
  const title = channelTitle(channel, nameOf);
  const join = () => tell('/human/join', { user, channel: channel.id }).catch(fail);
  return html`<div class="closed-bar" role="status">
    <p>${channel.is_archived ? words.archivedBar(title) : words.notJoined(title)}</p>
    ${
      channel.is_archived
        ? html`<button type="button" class="button slim" onClick=${deeds.unarchive}>${words.unarchive}</button>`
        : html`<button type="button" class="button primary filled slim" onClick=${join}>${words.joinChannel}</button>`
    }
  </div>`;
}
