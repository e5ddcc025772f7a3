/** The form that gives a channel another name. */
import { tell } from './api.js';
import { FormDialog } from './form-dialog.js';
import { html } from './html.js';
import { asChannelName } from './name.js';
import { usePage } from './page-context.js';
import { usePane } from './pane-context.js';

/** @param {{ user: string, channel: string, resting: boolean, onClose: () => void }} props */
export function RenameRoom({ user, channel, resting, onClose }) {
  const { words } = usePage();
  const room = usePane()
    .channels()
    .find(each => each.id === channel);
  const field = {
    name: 'name',
    label: words.channelName,
    hint: words.channelNameHint,
    value: room?.name ?? '',
    most: 80,
    tidy: asChannelName,
  };
  // What an input method was still writing is tidied here.
  const save = ({ name = '' }) => tell('/human/rename-channel', { user, channel, name: asChannelName(name) });
  return html`<${FormDialog} title=${words.renameChannelTitle} effect=${words.renameChannelEffect} fields=${[field]}
    resting=${resting} onClose=${onClose} onSave=${save} />`;
}
