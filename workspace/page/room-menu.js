/** The name of a channel above it, which opens what can be done with the channel; what this person may not is there and says why. */
import { ask } from './api.js';
import { html } from './html.js';
import { useLive } from './live.js';
import { Menu } from './menu.js';
import { channelTitle } from './name.js';
import { usePage } from './page-context.js';
import { usePane } from './pane-context.js';
import { RenameRoom } from './rename-room.js';
import { useRoomDeeds } from './room-deeds.js';
import { RoomPeople } from './room-people.js';

/** @param {{ user: string, channel: any }} props */
export function RoomMenu({ user, channel }) {
  const { words, bot, nameOf, fail } = usePage();
  const { show } = usePane();
  const deeds = useRoomDeeds(user, channel);
  const title = channelTitle(channel, nameOf);
  const [obstacles = {}] = useLive(
    `obstacles ${user} ${channel.id}`,
    () => obstaclesOf(user, channel.id),
    hint => hint.type === 'channels' || hint.type === 'people',
    fail,
  );
  const item = (name, deed, obstacle) => ({
    name,
    run: deed,
    ...(obstacle && { disabled: true, more: words.refused[obstacle] ?? obstacle }),
  });
  const about = { user, channel: channel.id };
  const people = () => show(RoomPeople, about);
  const items = [
    item(words.channelPeople(channel.members.length), people),
    channel.members.includes(bot.id)
      ? item(words.removeApp(bot.name), deeds.removeApp, obstacles.remove)
      : item(words.addApp(bot.name), deeds.addApp, obstacles.invite),
    item(words.renameChannel, () => show(RenameRoom, about), obstacles.rename),
    ...(channel.is_private ? [] : [item(words.makePrivate, deeds.makePrivate, obstacles.make_private)]),
    ...(channel.is_member ? [item(words.leaveChannel, deeds.leave, obstacles.leave)] : []),
    channel.is_archived
      ? item(words.unarchiveChannel, deeds.unarchive, obstacles.unarchive)
      : item(words.archiveChannel, deeds.archive, obstacles.archive),
  ];
  const mark = html`<span class="room-name">${title}</span><span class="chevron-down" aria-hidden="true">▾</span>`;
  return html`<${Menu} label=${words.channelMenu(title)} mark=${mark} look="room-button" items=${items} />`;
}

/** Nothing of a channel that this person sees no more: the list of channels says so as well. */
async function obstaclesOf(user, channel) {
  try {
    return (await ask('/human/channel', { user, channel })).obstacles;
  } catch (error) {
    if (/** @type {{ code?: string }} */ (error).code === 'channel_not_found') return {};
    throw error;
  }
}
