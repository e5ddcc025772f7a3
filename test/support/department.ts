/** A whole department in memory, entered as people enter it: by the local workspace's doors. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SeedPerson } from '@tiaoli/workspace';
import { DEPARTMENT } from '../../prisma/department.ts';
import { type Application, startApplication } from '../../src/app.ts';
import { FixedClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { makeLog } from '../../src/log.ts';
import type { DatabaseSource } from '../../src/store/database.ts';
import { checkRows } from '../../src/store/rowCheck.ts';
import { testDatabase } from './database.ts';
import { recorded } from './speech.ts';

export interface SeenMessage {
  ts: string;
  user: string;
  text: string;
  blocks?: { type: string; block_id?: string; elements?: unknown[] }[];
  ephemeral?: boolean;
  edited?: unknown;
}

export interface SeenView {
  id: string;
  callback_id: string;
  title: { text: string };
  blocks: { type: string; block_id?: string }[];
  [key: string]: unknown;
}

export type FormInput = Record<string, string | string[] | null>;

export interface Person {
  /** Types a slash command and returns the text of the inline reply ('' when there is none). */
  command(line: string, channel?: string): Promise<string>;
  /** Types a line, and confirms it where it asks; returns what was answered last. */
  does(line: string, channel?: string): Promise<string>;
  /** What the person sees in a channel, or in the direct messages with the bot. */
  messages(channel?: string): Promise<SeenMessage[]>;
  /** The last message seen there. */
  last(channel?: string): Promise<SeenMessage>;
  /** Presses a button of a message (the last one carrying it), or of the open modal. */
  press(
    actionId: string,
    where?: { channel?: string; ts?: string; value?: string; view?: string; selected?: unknown },
  ): Promise<Record<string, unknown>>;
  view(): Promise<SeenView | null>;
  submit(
    values: FormInput,
  ): Promise<{ ok: boolean; errors?: Record<string, string>; view?: SeenView; [key: string]: unknown }>;
  options(actionId: string, query: string): Promise<{ text: { text: string }; value: string }[]>;
  close(): Promise<void>;
  home(): Promise<SeenView>;
  say(text: string, channel?: string): Promise<void>;
  locale(locale: 'zh-CN' | 'en-US'): Promise<void>;
}

export interface Department {
  application: Application;
  /** What the bot logged, as parsed lines. */
  log: Record<string, unknown>[];
  as(user: string): Person;
  /** Time travel: 'HH:mm' today, or 'YYYY-MM-DDTHH:mm' in Shanghai. */
  travel(to: string): Promise<void>;
  call(path: string, body?: unknown): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** The bot's user name in the workspace: the name of everybody's direct messages with it. */
export const BOT = 'tiaoli';

/** A department that decides by filing: nobody is heard first, and what is decided is final at once. */
export const AT_ONCE = { HEARING_WORKDAYS: '0', APPEAL_WORKDAYS: '0' };

/** Opens a department at that local time (Shanghai). The database is a fresh one in memory. */
export async function openDepartment(options: {
  at: string;
  transport?: 'socket' | 'http';
  environment?: Record<string, string>;
  /** Who is in the team besides the department a newcomer meets. */
  others?: readonly SeedPerson[];
  /** Where the department lives instead of a fresh database. */
  database?: DatabaseSource;
  /** How the outbox is sent, where that is what is tried. */
  pace?: Parameters<typeof startApplication>[1]['pace'];
  /** Channels the bot was not invited to. */
  closed?: readonly string[];
  /** Channels anybody may read. */
  open?: readonly string[];
  /** Rows of decisions are altered beside the record: where that is what is tried, or a state is set up. */
  beside?: boolean;
  /** Messages of the workspace stay in the data folder, as Slack's stay whatever becomes of the bot. */
  remembers?: boolean;
}): Promise<Department> {
  const read = readConfig({
    PORT: '0',
    RATE_LIMIT: '0',
    DATA_DIR: join(tmpdir(), 'tiaoli-test-unused'),
    ...options.environment,
  });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const log: Record<string, unknown>[] = [];
  const clock = new FixedClock(shanghai(options.at));
  const database =
    options.database === undefined ? await testDatabase() : { source: options.database, drop: async () => {} };
  const started = await startApplication(
    { ...read.config, database: database.source },
    {
      clock,
      forgetful: options.remembers !== true,
      ...(options.pace && { pace: options.pace }),
      team: {
        ...DEPARTMENT,
        people: [...DEPARTMENT.people, ...(options.others ?? [])],
        channels: DEPARTMENT.channels.map(one => ({
          ...one,
          ...(options.closed?.includes(one.name) && { with_bot: false }),
          ...(options.open?.includes(one.name) && { is_private: false }),
        })),
      },
      localTransport: options.transport ?? (process.env.TEST_TRANSPORT === 'http' ? 'http' : 'socket'),
      log: makeLog('info', line => log.push(JSON.parse(line) as Record<string, unknown>)),
    },
  );
  let ended = false;
  const application: Application = {
    ...started,
    async stop() {
      ended = true;
      await started.stop();
    },
  };
  const base = application.url ?? '';

  async function call(path: string, body?: unknown): Promise<Record<string, unknown>> {
    const init =
      body === undefined
        ? {}
        : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await fetch(new URL(path, base), init);
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  }

  function as(user: string): Person {
    const query = (path: string, more: Record<string, string> = {}) =>
      call(`${path}?${new URLSearchParams({ user, ...more })}`);
    const person: Person = {
      async command(line, channel = 'department') {
        const space = line.indexOf(' ');
        const [command, text] = space < 0 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
        const answer = await call('/human/command', { user, channel, command, text });
        await application.settled();
        const response = answer.response as { text?: string } | undefined;
        return response?.text ?? String(answer.text ?? '');
      },
      async does(line, channel = 'department') {
        const answer = await person.command(line, channel);
        const asked = (await person.messages(channel)).at(-1);
        if (asked?.ephemeral !== true || !JSON.stringify(asked.blocks ?? []).includes('line.confirm')) return answer;
        await person.press('line.confirm', { channel, ts: asked.ts });
        const seen = await person.messages(channel);
        const replaced = seen.find(({ ts }) => ts === asked.ts)?.text ?? '';
        return replaced === asked.text ? (seen.findLast(({ ephemeral }) => ephemeral === true)?.text ?? '') : replaced;
      },
      async messages(channel = BOT) {
        return ((await query('/human/messages', { channel })).messages ?? []) as SeenMessage[];
      },
      async last(channel = BOT) {
        const message = (await person.messages(channel)).at(-1);
        if (message === undefined) throw new Error(`${user} sees nothing in ${channel}`);
        return message;
      },
      async press(actionId, { channel = BOT, ts, value, view, selected } = {}) {
        const place =
          view === undefined
            ? { channel, ts: ts ?? (await carrying(person, channel, actionId, value)) }
            : { view_id: view };
        const answer = await call('/human/click', {
          user,
          ...place,
          action_id: actionId,
          ...(value === undefined ? {} : { value }),
          ...(selected === undefined ? {} : { selected }),
        });
        await application.settled();
        return answer;
      },
      async view() {
        return (await query('/human/view')).view as SeenView | null;
      },
      async submit(values) {
        const view = await person.view();
        if (view === null) throw new Error(`${user} has no modal open`);
        const answer = await call('/human/submit', { user, view_id: view.id, values });
        await application.settled();
        return answer as Awaited<ReturnType<Person['submit']>>;
      },
      async options(actionId, text) {
        const view = await person.view();
        const answer = await call('/human/options', { user, view_id: view?.id, action_id: actionId, query: text });
        return answer.options as { text: { text: string }; value: string }[];
      },
      async close() {
        const view = await person.view();
        if (view !== null) await call('/human/close', { user, view_id: view.id });
      },
      async home() {
        return (await query('/human/home')).view as SeenView;
      },
      async say(text, channel = BOT) {
        await call('/human/message', { user, channel, text });
        await application.settled();
      },
      async locale(locale) {
        await call('/human/locale', { user, locale });
        await application.settled();
      },
    };
    return person;
  }

  return {
    application,
    log,
    as,
    call,
    async travel(to) {
      const day = new Date(clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
      await call('/human/clock', { now: shanghai(to.includes('T') ? to : `${day}T${to}`).toISOString() });
    },
    // Whatever was lived here, what stands in the tables is what the record says.
    async close() {
      const isCompared = options.beside !== true && !ended;
      const differs = isCompared ? await checkRows(application.office.database.read, recorded) : null;
      await application.stop();
      await database.drop();
      if (differs !== null) throw new Error(`A row is not as the record says: ${JSON.stringify(differs)}`);
    },
  };
}

/** 'YYYY-MM-DDTHH:mm' in Shanghai, which has had no clock changes since 1991. */
export function shanghai(local: string): Date {
  return new Date(`${local}:00+08:00`);
}

async function carrying(person: Person, channel: string, actionId: string, value: string | undefined): Promise<string> {
  const carries = (message: SeenMessage) => {
    const text = JSON.stringify(message.blocks ?? []);
    return text.includes(`"action_id":"${actionId}"`) && (value === undefined || text.includes(`"value":"${value}"`));
  };
  const message = (await person.messages(channel)).findLast(carries);
  if (message === undefined) throw new Error(`no message in ${channel} carries ${actionId}`);
  return message.ts;
}
