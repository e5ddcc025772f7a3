/** Who is in a channel: more are added, and some removed. */
import { useId, useState } from '/page/vendor/hooks.js';
import { ask, tell } from './api.js';
import { offeredPeople } from './completion.js';
import { useDialog } from './dialog.js';
import { wrong } from './form-dialog.js';
import { html } from './html.js';
import { useLive } from './live.js';
import { channelTitle } from './name.js';
import { usePage } from './page-context.js';
import { usePane } from './pane-context.js';
import { PersonRow } from './person-row.js';
import { useRoomDeeds } from './room-deeds.js';
import { Select } from './select.js';

/** @param {{ user: string, channel: string, resting: boolean, onClose: () => void }} props */
export function RoomPeople({ user, channel, resting, onClose }) {
  const { fail } = usePage();
  const [about] = useLive(
    `people of ${user} ${channel}`,
    () => ask('/human/channel', { user, channel }),
    hint => hint.type === 'channels' || hint.type === 'people',
    // Who was removed from a private channel meanwhile sees it no more.
    error => {
      onClose();
      fail(error);
    },
  );
  return about ? html`<${Members} user=${user} about=${about} resting=${resting} onClose=${onClose} />` : null;
}

function Members({ user, about: { channel, obstacles }, resting, onClose }) {
  const { words, everyone, bot, nameOf } = usePage();
  const { channels } = usePane();
  const deeds = useRoomDeeds(user, channel);
  const dialog = useDialog(onClose, '.dialog-body :is(input, button), header button');
  const id = useId();
  const title = channelTitle(channel, nameOf);
  const mayRemove = who => !obstacles.remove && who !== user && channels().some(each => each.id === channel.id);
  return html`<dialog ...${dialog} class="dialog people-dialog" aria-labelledby=${`${id}-title`} inert=${resting}>
    <header>
      <h2 id=${`${id}-title`}>${words.membersOf(title)}</h2>
      <button type="button" class="icon-button" aria-label=${words.close} onClick=${onClose}>✕</button>
    </header>
    <div class="dialog-body">
      ${obstacles.invite ? html`<p class="quiet">${words.addPeople}: ${words.refused[obstacles.invite]}</p>` : html`<${AddPeople} id=${id} user=${user} channel=${channel} />`}
      ${obstacles.remove && html`<p class="quiet">${words.takeOut}: ${words.refused[obstacles.remove]}</p>`}
      <ul class="people-list" aria-label=${words.membersOf(title)}>
        ${channel.members.map(
          who => html`<${PersonRow} key=${who} id=${who}>
            ${mayRemove(who) && html`<button type="button" class="button slim" aria-label=${words.takeOutPerson(nameOf(who))} onClick=${() => (who === bot.id ? deeds.removeApp() : deeds.remove(who))}>${words.takeOut}</button>`}
          <//>`,
        )}
        ${everyone.length === 0 && html`<li>${words.loading}</li>`}
      </ul>
    </div>
  </dialog>`;
}

/** Chooses who is not in the channel yet, the app included, and brings them in. */
function AddPeople({ id, user, channel }) {
  const { words, everyone, bot, nameOf } = usePage();
  const [chosen, setChosen] = useState(/** @type {string[]} */ ([]));
  const [problem, setProblem] = useState('');
  const load = async query => {
    const free = everyone.filter(each => !each.deleted && !channel.members.includes(each.id));
    const found = offeredPeople(free, query);
    return [{ label: '', options: found.map(({ id, name }) => ({ value: id, label: nameOf(id), more: `@${name}` })) }];
  };
  const add = async () => {
    setProblem('');
    try {
      for (const who of chosen) await tell('/human/invite', { user, channel: channel.id, who });
    } catch (error) {
      setProblem(wrong(error, words));
    }
    setChosen([]);
  };
  return html`<div class="add-people">
    <label for=${`${id}-add`}>${words.addPeople}</label>
    <div class="add-line">
      <${Select} field=${{ id: `${id}-add`, labelled: true }} several=${true} value=${chosen} labelOf=${who => (who === bot.id ? bot.name : nameOf(who))}
        load=${load} placeholder=${words.findPerson} least=${0} delay=${0} focus=${true} change=${setChosen} />
      <button type="button" class="button primary filled" disabled=${chosen.length === 0} onClick=${add}>${words.add}</button>
    </div>
    ${problem && html`<p class="error" role="alert">${problem}</p>`}
  </div>`;
}
