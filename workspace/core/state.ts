/** Everything the workspace remembers of one team: its people, channels, messages, published homes, and how far each has read. */
import { Timestamps, type WorkspaceClock } from './clock.ts';
import {
  type Bot,
  botIn,
  type Credentials,
  directOf,
  FIRST_BOT,
  freshCredentials,
  handleOf,
  idFrom,
} from './identity.ts';
import { type Entry, openJournal } from './journal.ts';
import type { JsonObject } from './json.ts';
import { MessageStore } from './message/store.ts';
import {
  type Channel,
  type Group,
  isFullMember,
  type Message,
  type Person,
  type Scheduled,
  type StoredFile,
} from './records.ts';
import { knownIn, plantedGroup, plantedPerson } from './seed/planted.ts';
import type { SeedChannel, SeedPerson, TeamSeed } from './seed/seed.ts';

/** The remembered state; every change goes through a method, which writes it down before it counts. */
export class State {
  readonly team: TeamSeed['team'];
  /** Teams that are not here but share channels with this one. */
  readonly connected: TeamSeed['team'][];
  /** The app as it is installed in this team. */
  readonly bot: Bot;
  readonly credentials: Credentials;
  readonly stamps: Timestamps;
  readonly people = new Map<string, Person>();
  readonly channels = new Map<string, Channel>();
  readonly groups = new Map<string, Group>();
  /** Published Home views by person. */
  readonly homes = new Map<string, JsonObject>();
  /** What is known of files; deleted ones stay, so that messages can say so. */
  readonly files = new Map<string, StoredFile>();
  /** Messages that wait for their time, in the order they were scheduled. */
  readonly scheduled = new Map<string, Scheduled>();
  #messages = new MessageStore();
  #read = new Map<string, string>();
  #language: string | undefined;
  #journal;
  #clock: WorkspaceClock;
  /** What makes the ids of a further team's channels unlike those of the first. */
  #salt: string;

  /** `first` is the state of the first team, when this is a further one in which the same app is installed. */
  constructor(
    directory: string | undefined,
    seed: TeamSeed,
    clock: WorkspaceClock,
    botName: string,
    first?: { credentials: Credentials },
  ) {
    this.team = seed.team;
    this.connected = seed.connected ?? [];
    this.bot = first ? botIn(seed.team.id) : FIRST_BOT;
    this.#salt = first ? `${seed.team.id} ` : '';
    this.#clock = clock;
    this.stamps = new Timestamps(clock);
    this.#journal = openJournal(directory, first ? `workspace-${seed.team.id}.jsonl` : 'workspace.jsonl');
    const entries = this.#journal.read();
    for (const entry of entries) this.#apply(entry);
    const known = entries.findLast(entry => entry.kind === 'credentials');
    const own = known ? (known.value as unknown as Credentials) : freshCredentials();
    // The app is one: only its bot token differs from team to team.
    this.credentials = first ? { ...first.credentials, botToken: own.botToken } : own;
    this.#plant(seed, botName);
    this.#journal.begin(this.#entries());
  }

  /** Unix seconds on the workspace's clock. */
  seconds(): number {
    return Math.floor(this.#clock.now().getTime() / 1000);
  }

  /** The messages of a channel, oldest first, those hidden from the reader left out (no reader: the app's view). */
  messages(channel: string, reader?: string): Message[] {
    return this.#messages.of(channel).filter(({ ephemeral_to: to }) => to === undefined || to === reader);
  }

  /** The messages of a channel after that timestamp which everybody in it sees. */
  messagesAfter(channel: string, ts: string): Message[] {
    return this.#messages.of(channel).filter(message => message.ts > ts && message.ephemeral_to === undefined);
  }

  /** The replies of a thread, oldest first, those hidden from the reader left out. */
  replies(channel: string, ts: string, reader?: string): Message[] {
    return this.#messages.replies(channel, ts).filter(({ ephemeral_to: to }) => to === undefined || to === reader);
  }

  message(channel: string, ts: string): Message | undefined {
    return this.#messages.one(channel, ts);
  }

  /** The direct message between two people, made when it is first needed. */
  direct(one: string, other: string): Channel {
    return this.knownDirect(one, other) ?? this.putChannel(this.#channel(...directOf(one, other)));
  }

  /** The direct message between two people, if there is one yet. */
  knownDirect(one: string, other: string): Channel | undefined {
    return this.channels.get(directOf(one, other)[0]);
  }

  /** The direct message between these three people or more, if there is one yet. */
  knownParty(members: string[]): Channel | undefined {
    return this.channels.get(this.#partyId(members));
  }

  /** The direct message between these three people or more, made when it is first needed, with their handles as its name. */
  party(members: string[]): Channel {
    const known = this.knownParty(members);
    if (known) return known;
    const handles = members.map(id => this.people.get(id)?.name ?? id);
    const channel = this.#channel(this.#partyId(members), `mpdm-${handles.join('--')}-1`, 'mpim', members);
    return this.putChannel({
      ...channel,
      purpose: `Group messaging with: ${handles.map(name => `@${name}`).join(' ')}`,
    });
  }

  /** The channel of that name, public or private; archived ones keep theirs. */
  channelNamed(name: string): Channel | undefined {
    return [...this.channels.values()].find(held => held.name === name);
  }

  /** A new channel with these members; undefined when another has the name. */
  newChannel(name: string, isPrivate: boolean, members: string[]): Channel | undefined {
    if (this.channelNamed(name)) return undefined;
    let id = this.#channelId(name);
    // A channel that was called so, and is not any more, keeps its id.
    for (let again = 2; this.channels.has(id); again++) id = this.#channelId(`${name} ${again}`);
    return this.putChannel(this.#channel(id, name, isPrivate ? 'group' : 'channel', members));
  }

  /** The last timestamp this person has read in the channel, "0" when none. */
  readUpTo(user: string, channel: string): string {
    return this.#read.get(`${user} ${channel}`) ?? '0';
  }

  putPerson(person: Person): Person {
    return this.#put('person', person);
  }

  putChannel(channel: Channel): Channel {
    return this.#put('channel', channel);
  }

  putMessage(message: Message): Message {
    return this.#put('message', message);
  }

  putFile(file: StoredFile): StoredFile {
    return this.#put('file', file);
  }

  putScheduled(scheduled: Scheduled): Scheduled {
    return this.#put('scheduled', scheduled);
  }

  removeScheduled(id: string): void {
    this.#put('unscheduled', { id });
  }

  removeMessage(channel: string, ts: string): void {
    this.#put('removed', { channel, ts });
  }

  putHome(user: string, view: JsonObject): void {
    this.#put('home', { user, view });
  }

  markRead(user: string, channel: string, ts: string): void {
    if (ts > this.readUpTo(user, channel)) this.#put('read', { user, channel, ts });
  }

  /** The locale people were given with the page; undefined until a page was opened. */
  get language(): string | undefined {
    return this.#language;
  }

  putLanguage(locale: string): void {
    this.#put('language', { locale });
  }

  /** Closes the file; nothing can change afterwards. */
  close(): void {
    this.#journal.close();
  }

  #put<T extends object>(kind: string, value: T): T {
    const entry = { kind, value: value as unknown as JsonObject };
    // What only one person sees does not outlive the process, as in Slack it does not outlive the session.
    if (!('ephemeral_to' in value)) this.#journal.append(entry);
    this.#apply(entry);
    return value;
  }

  #apply({ kind, value }: Entry): void {
    if (kind === 'person') this.people.set((value as unknown as Person).id, value as unknown as Person);
    if (kind === 'channel') this.channels.set((value as unknown as Channel).id, value as unknown as Channel);
    if (kind === 'group') this.groups.set((value as unknown as Group).id, value as unknown as Group);
    if (kind === 'file') this.files.set((value as unknown as StoredFile).id, value as unknown as StoredFile);
    if (kind === 'scheduled') this.scheduled.set(String(value.id), value as unknown as Scheduled);
    if (kind === 'unscheduled') this.scheduled.delete(String(value.id));
    if (kind === 'home') this.homes.set(String(value.user), value.view as JsonObject);
    if (kind === 'read') this.#read.set(`${value.user} ${value.channel}`, String(value.ts));
    if (kind === 'removed') this.#messages.forget(String(value.channel), String(value.ts));
    if (kind === 'language') this.#language = String(value.locale);
    if (kind === 'last') this.stamps.after(String(value.ts));
    if (kind !== 'message') return;
    const message = value as unknown as Message;
    this.stamps.after(message.ts);
    if (message.scheduled_message_id !== undefined) this.scheduled.delete(message.scheduled_message_id);
    this.#messages.put(message);
  }

  #entries(): Entry[] {
    const made: [string, object][] = [['credentials', this.credentials]];
    made.push(['last', { ts: this.stamps.next() }]);
    if (this.#language !== undefined) made.push(['language', { locale: this.#language }]);
    for (const person of this.people.values()) made.push(['person', person]);
    for (const channel of this.channels.values()) made.push(['channel', channel]);
    for (const group of this.groups.values()) made.push(['group', group]);
    for (const message of this.#messages.all()) made.push(['message', message]);
    for (const scheduled of this.scheduled.values()) made.push(['scheduled', scheduled]);
    for (const file of this.files.values()) made.push(['file', file]);
    for (const [user, view] of this.homes) made.push(['home', { user, view }]);
    for (const [key, ts] of this.#read) {
      const [user, channel] = key.split(' ');
      made.push(['read', { user, channel, ts }]);
    }
    return made.map(([kind, value]) => ({ kind, value: value as JsonObject }));
  }

  /** Adds what the seed names and nobody has met yet; the app's own name always follows its manifest. */
  #plant(seed: TeamSeed, botName: string): void {
    const known = knownIn(this.people, seed.people);
    for (const person of seed.people) if (!known.has(person.id)) this.#plantPerson(person);
    const ids = (id: string) => known.get(id) ?? id;
    this.#plantPerson({ id: this.bot.user_id, name: handleOf(botName), real_name: botName, is_bot: true });
    for (const channel of seed.channels) this.#plantChannel(channel, ids);
    for (const group of seed.groups ?? []) {
      const id = `S${idFrom(`${this.#salt}group ${group.handle}`)}`;
      if (this.groups.has(id)) continue;
      const channels = (group.channels ?? []).map(channel => this.#channelId(channel));
      const made = { id, channels, created: this.seconds(), maker: this.bot.user_id };
      this.groups.set(id, plantedGroup({ ...group, members: group.members.map(ids) }, made));
    }
  }

  #plantChannel(planted: SeedChannel, ids: (id: string) => string): void {
    const id = this.#channelId(planted.name);
    const is_general = planted.name === 'general';
    const known = this.channels.get(id);
    // A folder from before channels could be renamed does not say yet which is the general one.
    if (known && is_general) this.channels.set(id, { ...known, is_general });
    if (known) return;
    const members =
      planted.members === 'everyone'
        ? [...this.people.values()].filter(person => !person.deleted && isFullMember(person)).map(person => person.id)
        : planted.members.map(ids);
    // As on Slack no bot is in a public channel that is archived.
    const isLeft = planted.is_archived === true && planted.is_private !== true;
    if (planted.with_bot !== false && !isLeft) members.push(this.bot.user_id);
    const channel = this.#channel(id, planted.name, planted.is_private ? 'group' : 'channel', members);
    const { is_archived = false, topic = '', purpose = '', shared_with } = planted;
    this.channels.set(id, { ...channel, is_archived, is_general, topic, purpose, ...(shared_with && { shared_with }) });
  }

  #plantPerson(seed: SeedPerson): void {
    this.people.set(seed.id, plantedPerson(seed, this.team, this.seconds()));
  }

  #partyId(members: string[]): string {
    return `C${idFrom(`direct message of ${[...members].sort().join(' ')}`)}`;
  }

  #channelId(name: string): string {
    return `C${idFrom(this.#salt + name)}`;
  }

  #channel(id: string, name: string, kind: Channel['kind'], members: string[]): Channel {
    const creator = members[0] ?? this.bot.user_id;
    const fresh = { created: this.seconds(), is_archived: false, topic: '', purpose: '', pins: [] };
    return { id, name, kind, members, creator, ...fresh };
  }
}
