/** The door to Slack: Bolt's listeners, each handing what arrives to the desk and the answer back. */
import type { App, SlackAction, SlashCommand } from '@slack/bolt';
import { type Member, standingOf } from '../domain/member.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { type Reader, sentenceFor } from '../locales/reader.ts';
import type { Office, Reception } from '../workflows/ports.ts';
import { plain } from './button.ts';
import type { ButtonCall, Call, Command, ModalAnswer, Option, OptionsCall, Said } from './command.ts';
import { makeDesk } from './desk.ts';
import { type SlackUser, toProfile } from './directory.ts';
import { valuesOf } from './form.ts';
import { mentionOf } from './mention.ts';
import { sendable } from './messenger.ts';
import { withNames } from './names.ts';
import { registerOf } from './register.ts';

type Client = App['client'];

/** Longer command lines are refused; long texts belong in a form. */
const LINE_MAX = 4_000;

export interface Door {
  /** Resolves when every delivery taken so far has been answered. */
  idle(): Promise<void>;
}

export interface DoorOptions {
  app: App;
  office: Office;
  reception: Reception;
  commands: readonly Command[];
  /** The Home tab of a member. */
  home(me: Member, reader: Reader, office: Office): Promise<Said>;
  /** Our own team's id, once known; deliveries of another are refused. */
  team(): string | undefined;
  /** Hosts a response_url may point to. */
  responseHosts: readonly string[];
}

/** Registers one listener per kind of delivery on the app; which handler it is for is looked up in the declarations. */
export function openDoor({ app, office, reception, commands, home, team, responseHosts }: DoorOptions): Door {
  const register = registerOf(commands);
  const desk = makeDesk(office, reception, team);

  function callOf(me: Member, reader: Reader, client: Client, channelId: string, triggerId: string | undefined): Call {
    return {
      office,
      me,
      reader,
      channelId,
      async open(view) {
        if (triggerId === undefined) throw new Error('there is no trigger to open a modal with');
        await client.views.open({ trigger_id: triggerId, view });
      },
      async mentioned(text, command) {
        const mention = mentionOf(text);
        const found =
          mention === null
            ? null
            : 'id' in mention
              ? await reception.meet(mention.id)
              : await reception.byHandle(mention.handle);
        return found ?? refuse('member.unknown', { text, command });
      },
    };
  }

  async function answerUrl(url: string | undefined, said: Said): Promise<void> {
    if (url === undefined || !responseHosts.includes(new URL(url).host)) return;
    const { text, blocks } = sendable(said, 'response', office.log);
    const body = JSON.stringify({
      response_type: 'ephemeral',
      replace_original: false,
      text,
      ...(blocks ? { blocks } : {}),
    });
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(5_000),
    }).catch((fault: unknown) => office.log.warn('response.lost', { error: String(fault) }));
  }

  const spoken = (result: Said | Refusal | undefined, reader: Reader): Said | undefined =>
    isRefusal(result) ? { text: sentenceFor(result, reader) } : result;

  app.command(/.*/, async ({ ack, command, client, body }) => {
    const said = await desk.take<Said | undefined>(
      {
        key: `command:${command.trigger_id}`,
        what: command.command,
        teamId: body.team_id,
        userId: command.user_id,
        sentence: text => ({ text }),
        async work(me, reader) {
          const call = callOf(me, reader, client, command.channel_id, command.trigger_id);
          return { answer: spoken(await runCommand(command, call, reader), reader), keep: true };
        },
      },
      later => void (later && answerUrl(command.response_url, later)),
    );
    if (said === undefined) return ack();
    const { text, blocks } = sendable(said, command.command, office.log);
    await ack({ response_type: 'ephemeral', text, ...(blocks ? { blocks } : {}) });
  });

  async function runCommand(line: SlashCommand, call: Call, reader: Reader): Promise<Said | Refusal | undefined> {
    const declared = register.commands.get(line.command);
    if (declared === undefined) return { text: reader.t.common.unknownCommand(line.command) };
    if (line.text.length > LINE_MAX) return { text: reader.t.common.tooLong(LINE_MAX) };
    const standing = standingOf(call.me);
    if (standing !== true && declared.open !== true) return standing;
    return declared.run({ ...call, text: line.text.trim() });
  }

  app.action(/.*/, async ({ ack, body, action, client }) => {
    const press = pressOf(body, action);
    const said = await desk.take<Said | undefined>(
      {
        key: `action:${press.triggerId ?? press.container}:${press.actionId}:${press.actionTs}`,
        what: press.actionId,
        teamId: body.team?.id,
        userId: body.user.id,
        sentence: text => ({ text }),
        async work(me, reader) {
          const handler = register.buttons.get(press.actionId);
          if (handler === undefined) return { answer: { text: reader.t.common.unknownButton }, keep: true };
          const standing = standingOf(me);
          if (standing !== true) return { answer: spoken(standing, reader), keep: true };
          const call: ButtonCall = {
            ...callOf(me, reader, client, press.channelId, press.triggerId),
            value: press.value,
            view: press.view,
            async update(view) {
              if (press.view === null) return;
              await client.views.update({ view_id: press.view.id, hash: press.view.hash, view }).catch(ignoreConflict);
            },
          };
          const answer = spoken(await handler(call), reader);
          if (press.onHome) await showHome(client, me, reader);
          return { answer, keep: true };
        },
      },
      later => void (later && answerUrl(press.responseUrl, later)),
    );
    await ack();
    if (said === undefined) return;
    if (press.responseUrl !== undefined) await answerUrl(press.responseUrl, said);
    else office.log.info('action.answered', { action: press.actionId });
  });

  app.view({ callback_id: /.*/, type: 'view_submission' }, async ({ ack, view, body, client }) => {
    const firstInput = view.blocks.find(block => block.type === 'input')?.block_id ?? '';
    const answer = await desk.take<ModalAnswer | { sentence: string }>({
      key: `view:${view.id}:${view.hash}`,
      what: view.callback_id,
      teamId: body.team?.id,
      userId: body.user.id,
      sentence: sentence => ({ sentence }),
      async work(me, reader) {
        const handler = register.modals.get(view.callback_id);
        if (handler === undefined) return { answer: { sentence: reader.t.common.unknownButton }, keep: true };
        const standing = standingOf(me);
        if (standing !== true) return { answer: { refusal: standing, at: firstInput }, keep: false };
        const trigger = (body as { trigger_id?: string }).trigger_id;
        const call = {
          ...callOf(me, reader, client, '', trigger),
          values: valuesOf(view.state),
          metadata: view.private_metadata,
        };
        const result = await handler(call);
        if (result !== undefined && 'refusal' in result) {
          const sentence = await withNames(sentenceFor(result.refusal, reader), reception);
          return { answer: { errors: { [result.at]: sentence } } as unknown as ModalAnswer, keep: false };
        }
        return { answer: result, keep: true };
      },
    });
    if (answer === undefined) return ack();
    if ('errors' in answer) return ack({ response_action: 'errors', errors: answer.errors as Record<string, string> });
    if ('sentence' in answer) return ack({ response_action: 'errors', errors: { [firstInput]: answer.sentence } });
    if ('update' in answer) return ack({ response_action: 'update', view: answer.update });
    if ('push' in answer) return ack({ response_action: 'push', view: answer.push });
    return ack();
  });

  app.view({ callback_id: /.*/, type: 'view_closed' }, async ({ ack }) => ack());

  app.options(/.*/, async ({ ack, options, body, client }) => {
    const offered = await desk.take<Option[]>({
      // Asking what there is changes nothing; each question is its own delivery.
      key: `options:${crypto.randomUUID()}`,
      what: options.action_id,
      teamId: body.team?.id,
      userId: body.user.id,
      sentence: text => [{ text, value: '-' }],
      async work(me, reader) {
        const handler = register.options.get(options.action_id);
        const view = (body as { view?: { state?: unknown } }).view;
        const call: OptionsCall = {
          ...callOf(me, reader, client, '', undefined),
          query: options.value,
          values: valuesOf(view?.state),
        };
        return { answer: handler === undefined ? [] : await handler(call), keep: false };
      },
    });
    await ack({
      options: offered.slice(0, 100).map(({ text, value, description }) => ({
        text: plain(text, 75),
        value,
        ...(description ? { description: plain(description, 75) } : {}),
      })),
    });
  });

  async function showHome(client: Client, me: Member, reader: Reader): Promise<void> {
    const { text, blocks } = sendable(await home(me, reader, office), 'home', office.log);
    const shown = blocks ?? [{ type: 'section' as const, text: plain(text) }];
    await client.views.publish({ user_id: me.id, view: { type: 'home', blocks: shown } });
  }

  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    await eventOnce(body, event.user, (me, reader) => showHome(client, me, reader));
  });

  app.event('user_change', async ({ event, body }) => {
    await eventOnce(body, event.user.id, () => reception.refresh(toProfile(event.user as SlackUser)));
  });

  app.event('app_mention', async ({ event, body, client }) => {
    if (event.user === undefined || event.bot_id !== undefined) return;
    const { channel, user } = event;
    await eventOnce(body, user, async (_, reader) => {
      await client.chat.postEphemeral({ channel, user, text: reader.t.common.hello });
    });
  });

  app.message(async ({ message, body, client }) => {
    if (message.subtype !== undefined || message.channel_type !== 'im' || message.bot_id !== undefined) return;
    const { channel, user } = message;
    await eventOnce(body, user, async (_, reader) => {
      await client.chat.postEphemeral({ channel, user, text: reader.t.common.hello });
    });
  });

  async function eventOnce(
    body: { event_id: string; team_id?: string },
    userId: string,
    work: (me: Member, reader: Reader) => Promise<void>,
  ): Promise<void> {
    await desk.take<undefined>({
      key: `event:${body.event_id}`,
      what: 'event',
      teamId: body.team_id,
      userId,
      sentence: () => undefined,
      async work(me, reader) {
        await work(me, reader);
        return { answer: undefined, keep: true };
      },
    });
  }

  app.error(async error => {
    office.log.error('bolt.error', { error: error.message, code: error.code });
  });

  return { idle: () => desk.idle() };
}

/** Somebody typed on while the preview was made: theirs is newer, and the next change brings another preview. */
function ignoreConflict(fault: unknown): void {
  const error = (fault as { data?: { error?: unknown } }).data?.error;
  if (error !== 'hash_conflict' && error !== 'not_found') throw fault;
}

interface Press {
  actionId: string;
  actionTs: string;
  value: string;
  triggerId: string | undefined;
  container: string;
  channelId: string;
  responseUrl: string | undefined;
  view: ButtonCall['view'];
  onHome: boolean;
}

function pressOf(body: SlackAction, action: unknown): Press {
  const element = action as {
    action_id: string;
    action_ts?: string;
    value?: string;
    selected_option?: { value: string } | null;
  };
  const rest = body as {
    trigger_id?: string;
    response_url?: string;
    channel?: { id: string };
    container?: { message_ts?: string; view_id?: string };
    view?: { id: string; hash: string; type: string; private_metadata: string; state?: unknown };
  };
  const { view } = rest;
  const chosen = Object.values(valuesOf({ values: { it: { it: element as object } } }))[0];
  return {
    actionId: element.action_id,
    actionTs: element.action_ts ?? '',
    value: typeof chosen === 'string' ? chosen : (element.value ?? ''),
    triggerId: rest.trigger_id,
    container: rest.container?.message_ts ?? rest.container?.view_id ?? '',
    channelId: rest.channel?.id ?? '',
    responseUrl: rest.response_url,
    view:
      view === undefined
        ? null
        : { id: view.id, hash: view.hash, metadata: view.private_metadata, values: valuesOf(view.state) },
    onHome: view?.type === 'home',
  };
}
