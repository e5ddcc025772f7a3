/**
 * The page: a team chat in which one is any person of the team, or several side by side, and the bot's time is in one's hand.
 * @import { Place } from './route.d.ts'
 */
import { useEffect, useMemo, useRef, useState } from '/page/vendor/hooks.js';
import { render } from '/page/vendor/preact.js';
import { ask, tell } from './api.js';
import { ClockBar, StillClock } from './clock-bar.js';
import { asCommand } from './completion.js';
import { keepFocusOnPage } from './focus.js';
import { Guide, useGuide, useGuideAway } from './guide.js';
import { html } from './html.js';
import { Inspector } from './inspector.js';
import { useConnection, useLive } from './live.js';
import { hueOf, inLanguage } from './name.js';
import { journeyInWords, NewsList } from './news.js';
import { PageContext } from './page-context.js';
import { Pane } from './pane.js';
import { focusPane, stepRegion } from './region.js';
import { MOST_PANES, readRoute, writeRoute } from './route.js';
import { TeamSwitch } from './team-switch.js';
import { useToasts } from './toast.js';
import { useTravel } from './travel.js';
import { useTitle, useUnread } from './unread.js';
import { startingLanguage, WORDS } from './words.js';

/** The Slack locale that goes with each language of the page. */
const LOCALES = { zh: 'zh-CN', en: 'en-US' };

/** The title the page came with, and whom it shows when its address names nobody. */
const UNTIL_KNOWN = document.title;
const FIRST_PERSON = document.getElementById('page')?.dataset.person;

function Page() {
  const [language, setLanguage] = useState(startingLanguage);
  const words = WORDS[language];
  const [toast, toasts] = useToasts(words);
  const connected = useConnection();
  /** What the inspector is open on; null: it is closed. */
  const [inspected, setInspected] = useState(/** @type {string | null} */ (null));
  const inspecting = inspected !== null;
  /** As the address names them: people by id or by handle. */
  const [named, setPlaces] = useState(readRoute(location.hash));
  const [names, setNames] = useState(/** @type {Record<string, string>} */ ({}));
  const fail = (error, user = '') => {
    const code = /** @type {{ code?: unknown }} */ (error).code;
    const said = error instanceof Error ? error.message : String(error);
    // Whoever was deactivated while one looked through their eyes: the bar above says so, and who is seen instead.
    if (code === 'account_inactive') return;
    const why = words.refused[String(code)] ?? said;
    // Whoever could not be served: when nobody is, it is said once.
    if (why === 'offline') toast(words.offline, true);
    else toast(words.failed(why), true, user);
  };
  const [teams = []] = useLive(
    'teams',
    async () => (await ask('/human/teams')).teams,
    hint => hint.type === 'people',
    fail,
  );
  // Whom a handle in the address meant stays meant when the handle changes.
  const met = useRef(/** @type {Map<string, string>} */ (new Map()));
  const meant = met.current.get(named[0]?.user ?? '') ?? named[0]?.user ?? '';
  const known = teams.find(each => each.people.includes(meant)) ?? teams.find(each => each.names.includes(meant));
  const teamId = (known ?? teams[0])?.id;
  const [team] = useLive(
    `people ${teamId}`,
    async () => teamId && ask('/human/people', { all: '1', team: teamId }),
    hint => hint.type === 'people',
    fail,
  );
  const [described] = useLive(
    `commands ${language}`,
    () => ask('/human/commands', { language }),
    () => false,
    fail,
  );
  // Another language is on its way: the page goes on with the old words until then.
  const lastDescribed = useRef(described);
  lastDescribed.current = described ?? lastDescribed.current;
  const offered = lastDescribed.current;
  const [clock, clockAgain] = useLive(
    'clock',
    readClock,
    hint => hint.type === 'clock' || hint.type === 'message',
    fail,
  );
  const everyone = team?.people ?? [];
  const people = useMemo(() => everyone.filter(each => !each.deleted && !each.is_bot), [team]);
  const unread = useUnread();
  const [journey, travel, forgetJourney] = useTravel(error => latest.current.fail(error), clockAgain);
  const guide = useGuide(fail);
  const [guideAway, putGuideAway] = useGuideAway();
  const inspectorButton = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const guideButton = useRef(/** @type {HTMLButtonElement | null} */ (null));

  useEffect(() => {
    document.documentElement.lang = words.lang;
    localStorage.setItem('language', language);
  }, [language]);
  const isFresh = team?.language === null;
  const [spoken, setSpoken] = useState(false);
  useEffect(() => {
    // As on Slack a client's language is the person's: the people speak the page's, those apart who chose for themselves.
    if (!team) return;
    tell('/human/locale', { locale: LOCALES[language] })
      .catch(fail)
      .finally(() => setSpoken(true));
  }, [language, team === undefined, isFresh]);
  useEffect(() => {
    const moved = () => setPlaces(readRoute(location.hash));
    addEventListener('hashchange', moved);
    addEventListener('keydown', stepRegion);
    return () => {
      removeEventListener('hashchange', moved);
      removeEventListener('keydown', stepRegion);
    };
  }, []);
  const go = next => {
    setPlaces(next);
    history.replaceState(null, '', writeRoute(next));
  };

  const {
    home_tab: homeTab = true,
    messages_tab: messagesTab = true,
    takes_messages: takesMessages = true,
  } = offered?.app ?? {};
  const bot = { id: team?.bot?.id ?? '', name: team?.bot?.name ?? '', homeTab, messagesTab, takesMessages };
  const page = useMemo(() => {
    // Neighbours in the list get colours far apart.
    const hues = new Map(people.map((each, at) => [each.id, (at * 3) % 10]));
    const known = new Map([
      ...everyone.map(each => [each.id, inLanguage(each.display_name || each.real_name || each.name, language)]),
      [bot.id, bot.name],
    ]);
    return {
      language,
      words,
      people,
      everyone,
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
      fail: (error, user) => latest.current.fail(error, user),
      say: (text, user) => latest.current.toast(text, false, user),
      now: () => new Date(Date.now() + latest.current.ahead),
      inspect: setInspected,
      channelNameOf: id => names[id] ?? id,
      meetChannels: channels => setNames(held => learn(held, channels)),
    }),
    [page, names],
  );
  const idOf = text => {
    const found = people.find(each => each.id === text) ?? people.find(each => each.name === text);
    if (found) met.current.set(text, found.id);
    return found?.id ?? met.current.get(text) ?? text;
  };
  const places = useMemo(() => named.map(place => ({ ...place, user: idOf(place.user) })), [named, people]);
  const waiting = places.reduce((sum, { user }) => sum + (unread[user]?.all ?? 0), 0);
  useTitle(team ? inLanguage(team.team?.name ?? '', language) : UNTIL_KNOWN, waiting);
  // Nothing is asked of the app before it knows in which language.
  if (!team || !offered || !spoken || people.length === 0)
    return html`<main class="starting"><p>${words.loading}</p></main>${toasts(() => '')}`;

  const shown = places.filter(place => people.some(each => each.id === place.user));
  const stranger = places.find(place => !shown.includes(place))?.user;
  if (shown.length === 0)
    shown.push({ user: people.find(each => each.id === idOf(FIRST_PERSON))?.id ?? people[0].id, channel: '' });
  const instead = context.nameOf(shown[0]?.user ?? '');
  const addPane = () => {
    const free = people.filter(each => shown.every(place => place.user !== each.id));
    const other = free.find(each => each.is_admin) ?? free[0] ?? people[0];
    go([...shown, { user: other.id, channel: bot.id }]);
  };
  const beside = () => (shown.length > 1 ? go(shown.slice(0, 1)) : addPane());
  /** Shows the place where its person is on the page already, else in the first pane. */
  const show = (/** @type {Place} */ place) => {
    const at = Math.max(
      0,
      shown.findIndex(each => each.user === place.user),
    );
    go(shown.map((each, index) => (index === at ? place : each)));
    requestAnimationFrame(() => focusPane(at));
  };
  /** Does what the guide's button promises: goes there, types for the person, or travels. */
  const follow = async ({ user: person = shown[0]?.user ?? '', channel = '', type, clock: moment }) => {
    const user = idOf(person);
    const place = { user, channel: channel === 'app' ? bot.id : channel };
    await Promise.all([...new Set([shown[0]?.user ?? user, user])].map(closeRead)).catch(fail);
    show(place);
    const command = type === undefined ? null : asCommand(type);
    if (command) await tell('/human/command', { ...place, ...command }).catch(fail);
    else if (type !== undefined) await tell('/human/message', { ...place, text: type }).catch(fail);
    if (moment) travel(new Date(moment));
  };
  const hasGuide = guide !== null && guide !== undefined;
  const guideOpen = hasGuide && !guideAway;
  const closeGuide = () => {
    putGuideAway(true);
    guideButton.current?.focus();
  };
  const closeInspector = () => {
    setInspected(null);
    inspectorButton.current?.focus();
  };
  const busy = journey?.busy === true;
  const onJourney = journey === null ? '' : journeyInWords(journey, words, language);
  const other = language === 'zh' ? 'en' : 'zh';
  return html`<${PageContext.Provider} value=${context}>
    <a class="skip" href="#pane-0" onClick=${skip}>${words.skip}</a>
    <header class="top">
      <h1><img src="/page/icon.svg" alt="" width="24" height="24" /><${TeamSwitch} team=${teamId} teams=${teams} onChoose=${next => go([{ user: next.people[0] ?? '', channel: '' }])} /></h1>
      ${clock?.travels === false ? html`<${StillClock} />` : html`<${ClockBar} busy=${busy} said=${onJourney} onTravel=${travel} />`}
      <div class="top-tools">
        <button type="button" class="button slim wide-only" aria-pressed=${shown.length > 1} onClick=${beside}>${words.sideBySide}</button>
        ${shown.length > 1 && shown.length < MOST_PANES && html`<button type="button" class="button slim wide-only" aria-label=${words.addPane} title=${words.addPane} onClick=${addPane}>＋</button>`}
        <button ref=${inspectorButton} type="button" class="button slim" aria-pressed=${inspecting} onClick=${() => setInspected(inspecting ? null : '')}><span class="tool-mark" aria-hidden="true">🔎</span><span class="tool-name">${words.inspector}</span></button>
        ${hasGuide && html`<button ref=${guideButton} type="button" class="button slim" aria-pressed=${guideOpen} aria-label=${words.guide} title=${words.guide} onClick=${() => putGuideAway(guideOpen)}>?</button>`}
        <button type="button" class="button slim" lang=${WORDS[other].lang} onClick=${() => setLanguage(other)}>${words.pageLanguage}</button>
      </div>
    </header>
    ${!connected && html`<div class="lost" role="alert">${words.lost} <button type="button" class="button slim" onClick=${() => location.reload()}>${words.retry}</button></div>`}
    ${stranger !== undefined && html`<div class="lost" role="alert">${everyone.some(each => each.id === stranger && each.deleted) ? words.nowDeactivated(context.nameOf(stranger), instead) : words.noPerson(stranger, instead)} <button type="button" class="button slim" onClick=${() => go(shown)}>${words.stayAs(instead)}</button></div>`}
    ${guideOpen && html`<${Guide} guide=${guide} busy=${busy} onGo=${follow} onClose=${closeGuide} />`}
    ${journey && html`<${NewsList} journey=${journey} said=${onJourney} shown=${shown.map(place => place.user)} onOpen=${show} onClose=${forgetJourney} />`}
    <main class="panes">
      ${shown.map(
        (place, index) => html`<${Pane} key=${index} index=${index} place=${place} unread=${unread}
          onMove=${next => go(shown.map((each, at) => (at === index ? next : each)))}
          onClose=${shown.length > 1 ? () => go(shown.filter((_, at) => at !== index)) : undefined} />`,
      )}
      ${inspecting && html`<${Inspector} about=${inspected} onClose=${closeInspector} />`}
    </main>
    ${toasts(user => (shown.length > 1 ? context.nameOf(user) : ''))}
  <//>`;
}

/** How far the bot's clock is ahead of this machine's, in milliseconds, and whether it can be moved. */
async function readClock() {
  const { now, travels = true } = await ask('/human/clock');
  return { ahead: Date.parse(now) - Date.now(), travels };
}

/** @param {Record<string, string>} held */
function learn(held, channels) {
  const fresh = channels.filter(channel => !channel.is_im && held[channel.id] !== channel.name);
  return fresh.length === 0
    ? held
    : { ...held, ...Object.fromEntries(fresh.map(channel => [channel.id, channel.name])) };
}

/** Closes what this person has only to read; a form someone fills in stays. */
async function closeRead(/** @type {string} */ user) {
  const { view } = await ask('/human/view', { user });
  if (view && !view.blocks.some(block => block.type === 'input'))
    await tell('/human/close', { user, view_id: view.id, all: true });
}

/** @param {MouseEvent} event */
function skip(event) {
  event.preventDefault();
  focusPane(0);
}

const root = document.getElementById('page');
if (root) keepFocusOnPage();
if (root) render(html`<${Page} />`, root);
