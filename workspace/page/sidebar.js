/**
 * The conversations of one person: channels, direct messages, the app; and the person's Slack language.
 * @import { Channel } from './completion.d.ts'
 */
import { Avatar } from './avatar.js';
import { html } from './html.js';
import { Menu } from './menu.js';
import { channelTitle } from './name.js';
import { usePage } from './page-context.js';
import { usePane } from './pane-context.js';
import { ProfileForm } from './profile-form.js';
import { rove } from './rove.js';
import { TeamPeople } from './team-people.js';

/** @param {{ user: string, channels: Channel[], rooms: Channel[], current: string, onOpen: (channel: string) => void, onLocale: (locale: string | null) => void }} props */
export function Sidebar({ user, channels, rooms: known, current, onOpen, onLocale }) {
  const { words, people, bot, nameOf } = usePage();
  const { show } = usePane();
  const isListed = each => each.id === current || (each.is_member && !each.is_archived);
  const all = known.filter(each => !each.is_im && !each.is_mpim);
  const rooms = all.filter(isListed);
  const others = all.filter(each => !isListed(each));
  const app = channels.find(channel => channel.is_im && channel.user === bot.id);
  const talks = channels.filter(
    channel => channel.is_mpim || (channel.is_im && channel.user !== bot.id && channel.user !== user),
  );
  const me = people.find(person => person.id === user);
  const locale = me?.locale ?? 'zh-CN';
  const chosen = me?.own_locale ? locale : '';
  const appOpen = current === 'home' || (app !== undefined && current === app.id);
  return html`<nav class="sidebar" aria-label=${words.ofPerson(words.channels, nameOf(user))}>
    <div class="me">
      <${Avatar} id=${user} />
      <div class="me-name">
        <strong>${nameOf(user)}</strong>
        <span class="quiet">@${people.find(person => person.id === user)?.name ?? user}</span>
      </div>
      <${Menu} label=${words.meMenu(nameOf(user))} mark="▾" look="icon-button" items=${[
        { name: words.editProfile, run: () => show(ProfileForm, { user, who: user }) },
        { name: words.manageTeam, run: () => show(TeamPeople, { user }) },
      ]} />
    </div>
    <div class="rooms" onKeyDown=${rove}>
      <div class="rooms-head">
        <h2>${words.channels}</h2>
        ${
          others.length > 0 &&
          html`<${Menu} label=${words.browse} mark="＋" look="icon-button" items=${others.map(each => ({
            name: channelTitle(each, nameOf),
            more: each.is_archived ? words.archived : words.notIn,
            run: () => onOpen(each.id),
          }))} />`
        }
      </div>
      <ul>
        ${rooms.map(
          room => html`<${Row} key=${room.id} current=${current === room.id} unread=${room.unread} onOpen=${() => onOpen(room.name)}
            name=${room.name} extra=${room.is_private ? words.privateChannel : ''}
            mark=${html`<span class="sign" aria-hidden="true">${room.is_private ? '🔒' : '#'}</span>`} />`,
        )}
      </ul>
      <h2>${words.apps}</h2>
      <ul>
        <${Row} current=${appOpen} unread=${app?.unread ?? 0} onOpen=${() => onOpen(app && app.unread > 0 ? app.id : bot.homeTab ? 'home' : (app?.id ?? bot.id))}
          name=${bot.name} mark=${html`<${Avatar} id=${bot.id} name=${bot.name} size="small" />`} />
      </ul>
      ${
        talks.length > 0 &&
        html`<h2>${words.directs}</h2>
          <ul>
            ${talks.map(
              talk => html`<${Row} key=${talk.id} current=${current === talk.id} unread=${talk.unread} onOpen=${() => onOpen(talk.id)}
                name=${channelTitle(talk, nameOf)} mark=${html`<${Avatar} id=${talk.user ?? talk.others?.[0] ?? talk.name} size="small" />`} />`,
            )}
          </ul>`
      }
    </div>
    <label class="locale" title=${words.slackLanguageHint}>
      <span>${words.slackLanguage}</span>
      <select class="input" value=${chosen} onChange=${event => onLocale(event.currentTarget.value || null)}>
        <option value="" selected=${chosen === ''}>${chosen === '' ? words.followsPageIn(LANGUAGES[locale] ?? locale) : words.followsPage}</option>
        ${['zh-CN', 'en-US', 'en-GB'].map(each => html`<option value=${each} selected=${each === chosen}>${LOCALES[each]}</option>`)}
        ${chosen !== '' && !(chosen in LOCALES) && html`<option value=${chosen} selected>${chosen}</option>`}
      </select>
    </label>
  </nav>`;
}

const LOCALES = /** @type {Record<string, string>} */ ({
  'zh-CN': '中文',
  'en-US': 'English (US)',
  'en-GB': 'English (UK)',
});

/** The languages a page has, in a word. */
const LANGUAGES = /** @type {Record<string, string>} */ ({ 'zh-CN': '中文', 'en-US': 'English' });

function Row({ current, unread, onOpen, name, extra = '', mark }) {
  const { words } = usePage();
  const look = `row${current ? ' current' : ''}${unread > 0 && !current ? ' unread' : ''}`;
  return html`<li>
    <button type="button" data-rove class=${look} aria-current=${current ? 'page' : undefined} onClick=${onOpen}>
      ${mark}<span class="row-name">${name}</span>
      ${extra && html`<span class="hidden">${extra}</span>`}
      ${unread > 0 && !current && html`<span class="badge"><span aria-hidden="true">${unread > 99 ? '99+' : unread}</span><span class="hidden">${words.unreadCount(unread)}</span></span>`}
    </button>
  </li>`;
}
