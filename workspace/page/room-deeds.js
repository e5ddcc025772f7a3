/** What a person does to a channel from the page; what cannot be undone by the same click is asked first. */
import { tell } from './api.js';
import { channelTitle } from './name.js';
import { usePage } from './page-context.js';
import { usePane } from './pane-context.js';

/** The deeds for one person and one channel. */
export function useRoomDeeds(user, channel) {
  const { words, bot, nameOf, fail } = usePage();
  const { confirm, open } = usePane();
  const title = channelTitle(channel, nameOf);
  const act = (call, more = {}) => tell(`/human/${call}`, { user, channel: channel.id, ...more }).catch(fail);
  const asked = async (/** @type {string[]} */ [title = '', text = '', yes = ''], deed, danger = true) => {
    const dialog = { title: plain(title), text: plain(text), confirm: plain(yes), ...(danger && { style: 'danger' }) };
    return (await confirm(dialog)) ? deed() : undefined;
  };
  const { ask } = words;
  const unarchived = channel.is_private ? ask.unarchiveClosed(title) : ask.unarchiveOpen(title);
  return {
    addApp: () => act('invite', { who: bot.id }),
    removeApp: () => asked(ask.removeApp(bot.name, title), () => act('remove', { who: bot.id })),
    remove: who => asked(ask.removePerson(nameOf(who), title), () => act('remove', { who })),
    leave: () =>
      asked(ask.leave(title), async () => {
        // A private channel is gone with that: one goes on in the first that is left.
        if ((await act('leave'))?.ok && channel.is_private) open('');
      }),
    archive: () => asked(ask.archive(title), () => act('archive')),
    unarchive: () => asked(unarchived, () => act('archive', { archived: false }), false),
    makePrivate: () => asked(ask.makePrivate(title), () => act('make-private')),
  };
}

function plain(text) {
  return { type: 'plain_text', text };
}
