/** The page: a team chat in which one is any person of the team, or two side by side, and the bot's time is in one's hand. */
import { useEffect, useMemo, useRef, useState } from '/page/vendor/hooks.js';
import { render } from '/page/vendor/preact.js';
import { ask, coalesce } from './api.js';
import { ClockBar } from './clock-bar.js';
import { html } from './html.js';
import { Inspector } from './inspector.js';
import { useConnection, useHints, useLive } from './live.js';
import { hueOf, inLanguage } from './name.js';
import { PageContext } from './page-context.js';
import { Pane } from './pane.js';
import { readRoute, writeRoute } from './route.js';
import { TeamSwitch } from './team-switch.js';
import { useToasts } from './toast.js';
import { startingLanguage, WORDS } from './words.js';

const UNREAD_AFTER_MS = 400;

function Page() {
  const [language, setLanguage] = useState(startingLanguage);
  const words = WORDS[language];
  const [toast, toasts] = useToasts(words);
  const connected = useConnection();
  const [inspecting, setInspecting] = useState(false);
  const [places, setPlaces] = useState(readRoute(location.hash));
  const [names, setNames] = useState(/** @type {Record<string, string>} */ ({}));
  const fail = error => {
    const why = error instanceof Error ? error.message : String(error);
    toast(why === 'offline' ? words.offline : words.failed(why), true);
  };
  const [teams = []] = useLive(
    'teams',
    async () => (await ask('/human/teams')).teams,
    () => false,
    fail,
  );
  const teamId = (teams.find(each => each.people.includes(places[0]?.user ?? '')) ?? teams[0])?.id;
  const [team] = useLive(
    `people ${teamId}`,
    async () => teamId && ask('/human/people', { all: '1', team: teamId }),
    hint => hint.type === 'people',
    fail,
  );
  const [offered] = useLive(
    'commands',
    () => ask('/human/commands'),
    () => false,
    fail,
  );
  const [clock, clockAgain] = useLive(
    'clock',
    readClock,
    hint => hint.type === 'clock' || hint.type === 'message',
    fail,
  );
  const everyone = team?.people ?? [];
  const people = useMemo(() => everyone.filter(each => !each.deleted && !each.is_bot), [team]);
  const unread = useUnread(people);

  useEffect(() => {
    document.documentElement.lang = words.lang;
    localStorage.setItem('language', language);
  }, [language]);
  useEffect(() => {
    const moved = () => setPlaces(readRoute(location.hash));
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  const go = next => {
    setPlaces(next);
    history.replaceState(null, '', writeRoute(next));
  };

  const bot = { id: team?.bot?.id ?? '', name: team?.bot?.name ?? '', homeTab: offered?.app?.home_tab ?? true };
  const page = useMemo(() => {
    // Neighbours in the list get colours far apart.
    const hues = new Map(people.map((each, at) => [each.id, (at * 3) % 10]));
    const known = new Map([
      ...everyone.map(each => [each.id, inLanguage(each.real_name || each.name, language)]),
      [bot.id, bot.name],
    ]);
    return {
      language,
      words,
      people,
      commands: offered?.commands ?? [],
      shortcuts: offered?.shortcuts ?? [],
      bot,
      nameOf: id => known.get(id) ?? id,
      groupNameOf: id => team?.groups?.find(each => each.id === id)?.handle ?? id,
      hueOf: id => hues.get(id) ?? hueOf(id),
    };
  }, [language, team, offered]);
  const latest = useRef({ fail, toast, ahead: 0 });
  latest.current = { fail, toast, ahead: clock?.ahead ?? 0 };
  // The same object as long as nothing in it is drawn differently, so that a tick of the clock draws no message again.
  const context = useMemo(
    () => ({
      ...page,
      fail: error => latest.current.fail(error),
      say: text => latest.current.toast(text, false),
      now: () => new Date(Date.now() + latest.current.ahead),
      channelNameOf: id => names[id] ?? id,
      meetChannels: channels => setNames(held => learn(held, channels)),
    }),
    [page, names],
  );
  if (!team || !offered || people.length === 0)
    return html`<main class="starting"><p>${words.loading}</p></main>${toasts}`;

  const shown = places.filter(place => people.some(each => each.id === place.user));
  if (shown.length === 0)
    shown.push({ user: people.find(each => each.id === 'presales1')?.id ?? people[0].id, channel: '' });
  const beside = () => {
    if (shown.length > 1) return go(shown.slice(0, 1));
    const other =
      people.find(each => each.is_admin && each.id !== shown[0]?.user) ??
      people.find(each => each.id !== shown[0]?.user);
    go([...shown, { user: other.id, channel: bot.id }]);
  };
  return html`<${PageContext.Provider} value=${context}>
    <a class="skip" href="#composer-0" onClick=${skip}>${words.skip}</a>
    <header class="top">
      <h1><img src="/page/icon.svg" alt="" width="24" height="24" /><${TeamSwitch} team=${teamId} teams=${teams} onChoose=${next => go([{ user: next.people[0] ?? '', channel: '' }])} /></h1>
      <${ClockBar} onTravelled=${clockAgain} />
      <div class="top-tools">
        <button type="button" class="button slim wide-only" aria-pressed=${shown.length > 1} onClick=${beside}>${words.sideBySide}</button>
        <button type="button" class="button slim" aria-pressed=${inspecting} onClick=${() => setInspecting(!inspecting)}>${words.inspector}</button>
        <button type="button" class="button slim" lang=${language === 'zh' ? 'en' : 'zh-CN'} onClick=${() => setLanguage(language === 'zh' ? 'en' : 'zh')}>${words.pageLanguage}</button>
      </div>
    </header>
    ${!connected && html`<div class="lost" role="alert">${words.lost} <button type="button" class="button slim" onClick=${() => location.reload()}>${words.retry}</button></div>`}
    <main class="panes">
      ${shown.map(
        (place, index) => html`<${Pane} key=${index} index=${index} place=${place} unread=${unread}
          onMove=${next => go(shown.map((each, at) => (at === index ? next : each)))}
          onClose=${shown.length > 1 ? () => go(shown.filter((_, at) => at !== index)) : undefined} />`,
      )}
      ${inspecting && html`<${Inspector} onClose=${() => setInspecting(false)} />`}
    </main>
    ${toasts}
  <//>`;
}

/** How far the bot's clock is ahead of this machine's, in milliseconds. */
async function readClock() {
  const { now } = await ask('/human/clock');
  return { ahead: Date.parse(now) - Date.now() };
}

/** How much each person has not read, looked at again a moment after anything happened. */
function useUnread(people) {
  const [unread, setUnread] = useState(/** @type {Record<string, number>} */ ({}));
  const timer = useRef(/** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined));
  const latest = useRef(people);
  latest.current = people;
  const count = useRef(
    coalesce(async () => {
      const counted = await Promise.all(
        latest.current.map(async ({ id }) => {
          const { channels } = await ask('/human/channels', { user: id });
          return [id, channels.reduce((sum, channel) => sum + (channel.is_im ? channel.unread : 0), 0)];
        }),
      ).catch(() => null);
      if (counted) setUnread(Object.fromEntries(counted));
    }),
  );
  const soon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(count.current, UNREAD_AFTER_MS);
  };
  useEffect(soon, [people.length]);
  useHints(hint => ['message', 'deleted', 'read', 'reconnected'].includes(hint.type) && soon());
  return unread;
}

/** @param {Record<string, string>} held */
function learn(held, channels) {
  const fresh = channels.filter(channel => !channel.is_im && held[channel.id] !== channel.name);
  return fresh.length === 0
    ? held
    : { ...held, ...Object.fromEntries(fresh.map(channel => [channel.id, channel.name])) };
}

/** @param {MouseEvent} event */
function skip(event) {
  event.preventDefault();
  /** @type {HTMLElement | null} */ (document.querySelector('[role=log], .home'))?.focus();
}

const root = document.getElementById('page');
if (root) render(html`<${Page} />`, root);
