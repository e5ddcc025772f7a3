/**
 * One person's view of the team: who they are, their conversations, the open one, a thread, and their modal.
 * @import { Place } from './route.d.ts'
 * @import { Target } from './use-messages.js'
 */
import { useEffect, useMemo, useRef, useState } from '/page/vendor/hooks.js';
import { ask, tell } from './api.js';
import { Avatar } from './avatar.js';
import { useConfirm } from './confirm.js';
import { Conversation } from './conversation.js';
import { keepFocus } from './dialog.js';
import { Home } from './home.js';
import { html } from './html.js';
import { JumpToDate } from './jump.js';
import { useLive } from './live.js';
import { Modal } from './modal.js';
import { channelTitle, inLanguage } from './name.js';
import { PageContext, usePage } from './page-context.js';
import { PaneContext } from './pane-context.js';
import { Rail } from './rail.js';
import { RoomMenu } from './room-menu.js';
import { Sidebar } from './sidebar.js';
import { Thread } from './thread.js';

const LISTED = new Set(['message', 'deleted', 'channels', 'read', 'people']);

/** @param {{ index: number, place: Place, unread: Record<string, { direct: number, all: number }>, onMove: (place: Place) => void, onClose?: () => void }} props */
export function Pane({ index, place, unread, onMove, onClose }) {
  const page = usePage();
  const { user } = place;
  // What goes wrong here goes wrong for this person.
  const own = useMemo(
    () => ({ ...page, fail: error => page.fail(error, user), say: text => page.say(text, user) }),
    [page, user],
  );
  const { words, language, people, bot, nameOf, fail, meetChannels } = own;
  const [drawer, setDrawer] = useState(false);
  const [thread, setThread] = useState(/** @type {string | null} */ (null));
  const [confirm, confirmDialog] = useConfirm();
  const held = useRef(new Map());
  const [form, setForm] = useState(/** @type {{ draw: Function, props: object } | null} */ (null));
  const [rooms = [], ,] = useLive(
    `channels ${user}`,
    async () => (await ask('/human/channels', { user, all: '1' })).channels,
    hint => LISTED.has(hint.type),
    fail,
  );
  const [view, viewAgain] = useLive(
    `view ${user}`,
    async () => (await ask('/human/view', { user })).view,
    hint => hint.type === 'view' && hint.user === user,
    fail,
  );

  // A link in the address, or wherever the person chose to go since.
  const here = `${user} ${place.channel} ${place.ts ?? ''}`;
  const linked = useMemo(() => (place.ts ? { ts: place.ts, thread: place.thread, at: 0 } : null), [here]);
  const [goal, setGoal] = useState(/** @type {{ key: string, target: Target } | null} */ (null));
  const target = goal?.key === here ? goal.target : linked;
  const isHome = place.channel === 'home' && bot.homeTab;
  const channels = useMemo(() => rooms.filter(each => each.is_member), [rooms]);
  const channel = useFollowed(place.channel, rooms, named => channelAt(rooms, channels[0], named, people, bot));
  const app = channels.find(each => each.is_im && each.user === bot.id);
  const inApp = isHome || channel?.user === bot.id;
  useEffect(() => meetChannels(rooms), [rooms]);
  useEffect(() => setForm(null), [user]);
  useEffect(() => {
    if (drawer) /** @type {HTMLElement | null} */ (document.querySelector(`#nav-${index} [aria-current]`))?.focus();
  }, [drawer]);
  useEffect(() => setThread(target?.thread ?? null), [user, place.channel, target]);
  useEffect(() => {
    if (view === null) held.current.clear();
  }, [view]);

  /** @param {string} name @param {{ ts: string, thread?: string }} [message] */
  const open = (name, message) => {
    onMove({ user, channel: name, ...message });
    if (message) setGoal({ key: `${user} ${name} ${message.ts}`, target: { ...message, at: performance.now() } });
    setDrawer(false);
  };
  const latest = useRef({ open, channels, confirm });
  latest.current = { open, channels, confirm };
  const shared = useMemo(
    () => ({
      open: (name, message) => latest.current.open(name, message),
      channels: () => latest.current.channels,
      confirm: dialog => latest.current.confirm(dialog),
      show: (draw, props) => setForm({ draw, props }),
    }),
    [],
  );
  const become = next => {
    // A closed place stays with its members.
    const open = channel && !channel.is_private ? place.channel : '';
    onMove({ user: next, channel: isHome ? 'home' : channel?.is_im ? bot.id : open });
    setDrawer(false);
  };
  const locale = next => tell('/human/locale', { user, locale: next }).catch(fail);
  const lost = !isHome && !channel && rooms.length > 0;
  const isRoom = !isHome && channel !== undefined && !channel.is_im && !channel.is_mpim;
  const title = isHome || inApp ? bot.name : channel ? channelTitle(channel, nameOf) : place.channel;
  return html`<${PageContext.Provider} value=${own}><${PaneContext.Provider} value=${shared}><section class=${drawer ? 'pane drawer-open' : 'pane'} id=${`pane-${index}`} tabindex="-1" aria-label=${words.actingAs(nameOf(user))} onFocusIn=${keepFocus}
    onKeyDown=${event => event.key === 'Escape' && setDrawer(false)}>
    <div class="pane-inner" inert=${Boolean(view) || confirmDialog !== null || form !== null}>
      ${drawer && html`<button type="button" class="veil" aria-label=${words.closeMenu} onClick=${() => setDrawer(false)}></button>`}
      <div class="nav" id=${`nav-${index}`}>
        <${Rail} user=${user} unread=${unread} onChoose=${become} />
        <${Sidebar} user=${user} channels=${channels} rooms=${rooms} current=${isHome ? 'home' : (channel?.id ?? '')} onOpen=${open} onLocale=${locale} />
      </div>
      <div class="main">
        <header class="pane-head">
          <button type="button" class="icon-button menu" aria-label=${words.openMenu} aria-expanded=${drawer} aria-controls=${`nav-${index}`} onClick=${() => setDrawer(!drawer)}>☰</button>
          <h2>${isRoom ? html`<${RoomMenu} key=${channel.id} user=${user} channel=${channel} />` : title}</h2>
          ${
            inApp
              ? bot.homeTab &&
                html`<div class="tabs">
                  <button type="button" class="tab" aria-current=${isHome ? 'page' : undefined} onClick=${() => open('home')}>${words.home}</button>
                  ${(bot.messagesTab || !isHome) && html`<button type="button" class="tab" aria-current=${isHome ? undefined : 'page'} onClick=${() => open(app?.id ?? bot.id)}>${words.messages}</button>`}
                </div>`
              : html`<p class="topic">${inLanguage(channel?.topic || channel?.purpose || '', language)}</p>`
          }
          ${!isHome && channel && html`<${JumpToDate} onJump=${ts => setGoal({ key: here, target: { ts, at: performance.now() } })} />`}
          <button type="button" class="who" title=${words.people} onClick=${() => setDrawer(true)}><${Avatar} id=${user} size="small" /><span>${nameOf(user)}</span></button>
          ${onClose && html`<button type="button" class="icon-button" aria-label=${words.closePane} title=${words.closePane} onClick=${onClose}>✕</button>`}
        </header>
        <div class="columns">
          ${lost && html`<${NoSuchPlace} named=${place.channel} user=${user} first=${channels[0]} onOpen=${open} />`}
          ${isHome && html`<${Home} key=${user} user=${user} />`}
          ${!isHome && channel && html`<${Conversation} key=${`${user} ${channel.id}`} pane=${index} user=${user} channel=${channel} channels=${channels} target=${target?.thread ? null : target} onThread=${setThread} />`}
          ${!isHome && channel && thread && html`<${Thread} key=${thread} pane=${index} user=${user} channel=${channel} ts=${thread} channels=${channels} target=${target?.thread === thread ? target : null} onClose=${() => setThread(null)} />`}
        </div>
      </div>
    </div>
    ${view && html`<${Modal} key=${view.id} user=${user} view=${view} held=${held.current} resting=${confirmDialog !== null} onChanged=${viewAgain} />`}
    ${form && html`<${form.draw} ...${form.props} resting=${confirmDialog !== null} onClose=${() => setForm(null)} />`}
    ${confirmDialog}
  </section><//><//>`;
}

/** Says that the address leads nowhere for this person, and offers the way back. */
function NoSuchPlace({ named, user, first, onOpen }) {
  const { words, nameOf } = usePage();
  return html`<div class="no-place" role="alert">
    <p>${words.noPlace(named, nameOf(user))}</p>
    <button type="button" class="button primary filled" onClick=${() => onOpen(first.name)}>${words.backTo(channelTitle(first, nameOf))}</button>
  </div>`;
}

/**
 * The channel a place names: by id, by name, or a direct message by the other's id, which need not have begun yet;
 * the first where it names none. Undefined: there is no such place for this person.
 */
function channelAt(channels, first, wanted, people, bot) {
  const found = channels.find(each => each.id === wanted || (each.is_im ? each.user === wanted : each.name === wanted));
  if (found || channels.length === 0) return found;
  if (wanted === '') return first;
  const isPerson = wanted === bot.id || people.some(each => each.id === wanted);
  return isPerson ? { id: wanted, name: wanted, is_im: true, is_private: true, user: wanted, unread: 0 } : undefined;
}

/**
 * The channel of a place; one that was open under this name stays open when it is called otherwise.
 * @param {string} wanted
 * @param {any[]} rooms
 * @param {(wanted: string) => any} find
 */
function useFollowed(wanted, rooms, find) {
  const last = useRef({ wanted: '', id: '' });
  const same = last.current.wanted === wanted ? rooms.find(each => each.id === last.current.id) : undefined;
  const channel = same ?? find(wanted);
  if (channel && wanted !== '') last.current = { wanted, id: channel.id };
  return channel;
}
