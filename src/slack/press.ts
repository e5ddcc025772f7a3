/** Buttons and menus, pressed in messages, modals and on the Home tab. */
import type { SlackAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { filledIn } from '../locales/examples.ts';
import { type Reader, readerOf } from '../locales/reader.ts';
import type { Member } from '../member/rules.ts';
import { standingOf } from '../member/rules.ts';
import { answerModal, answerUrl, type Client, spoken } from './answer.ts';
import type { ButtonCall, Said } from './command.ts';
import { lineButtons } from './confirm.ts';
import { callOf, type Door } from './door.ts';
import { valuesOf } from './form.ts';
import { showHome } from './home.ts';
import { RUN, runBehind } from './run.ts';
import { legible } from './typed.ts';
import { showForm } from './upload.ts';

/** Listens to every button and menu; one that nobody declared any more says so. */
export function listenToPresses(door: Door): void {
  const { app, desk, office, register, responseHosts } = door;

  app.action(/.*/, async ({ ack, body, action, client }) => {
    const press = pressOf(body, action);
    let reader = readerOf(office.speech, office.settings.locale, office.settings.zone);
    const say = async (said: Said | undefined) => {
      if (said === undefined) return;
      if (press.responseUrl !== undefined) await answerUrl(press.responseUrl, said, responseHosts, office.log);
      else if (press.triggerId !== undefined)
        await answerModal(client, press.triggerId, press.onHome ? 'home' : 'modal', said, reader, office.log);
    };
    const said = await desk.take<Said | undefined>(
      {
        key: `action:${press.triggerId ?? press.container}:${press.actionId}:${press.actionTs}`,
        what: press.actionId,
        from: { team: body.team?.id, app: (body as { api_app_id?: string }).api_app_id },
        userId: body.user.id,
        sentence: text => ({ text }),
        again: () => undefined,
        async work(me, readerOfMe) {
          reader = readerOfMe;
          return { answer: await run(press, me, reader, client), keep: true };
        },
      },
      later => void say(later),
    );
    await ack();
    await say(said);
  });

  async function run(press: Press, me: Member, reader: Reader, client: Client): Promise<Said | undefined> {
    const { alone, blockId, channelId, triggerId, value, view } = press;
    const person = callOf(door, client, { me, reader, channelId, ...(triggerId === undefined ? {} : { triggerId }) });
    if (press.actionId.startsWith(RUN)) return runBehind(door, value, person);
    const handler = register.buttons.get(press.actionId) ?? lineButtons(door)[press.actionId];
    if (handler === undefined) return { text: reader.t.common.unknownButton };
    const standing = standingOf(me);
    if (standing !== true) return spoken(standing, reader);
    const call: ButtonCall = {
      ...person,
      alone,
      place: alone ? (press.responseUrl ?? null) : null,
      blockId,
      value,
      view,
      async update(drawn) {
        if (view === null) return;
        const filled = await filledIn(drawn, names => door.examples(me, names));
        const show = (shown: ModalView) => client.views.update({ view_id: view.id, hash: view.hash, view: shown });
        await showForm(filled, show, door.office.log).catch(ignoreConflict);
      },
    };
    const answer = spoken(await handler(call), reader);
    if (press.onHome) await showHome(door, client, me, reader);
    return answer;
  }
}

/** Somebody typed on while the preview was made: theirs is newer, and the next change brings another preview. */
function ignoreConflict(fault: unknown): void {
  const error = (fault as { data?: { error?: unknown } }).data?.error;
  if (error !== 'hash_conflict' && error !== 'not_found') throw fault;
}

export interface Press {
  actionId: string;
  blockId: string;
  actionTs: string;
  /** The button's value or the chosen value of a menu. */
  value: string;
  triggerId: string | undefined;
  /** The message or view it stands in. */
  container: string;
  channelId: string;
  responseUrl: string | undefined;
  view: ButtonCall['view'];
  /** In a message that only this person sees. */
  alone: boolean;
  onHome: boolean;
}

/** Slack's block_actions payload, its form already looked at, in our words. */
function pressOf(body: SlackAction, action: unknown): Press {
  const element = action as {
    action_id: string;
    block_id?: string | null;
    action_ts?: string | null;
    value?: string | null;
  };
  const rest = body as {
    trigger_id?: string | null;
    response_url?: string | null;
    channel?: { id?: string | null };
    container?: { message_ts?: string | null; view_id?: string | null; is_ephemeral?: boolean | null } | null;
    view?: { id: string; hash: string; type: string; private_metadata: string; state?: unknown };
  };
  const { view } = rest;
  const chosen = valuesOf({ values: { it: { it: element as object } } }).it;
  return {
    actionId: element.action_id,
    blockId: element.block_id ?? '',
    actionTs: element.action_ts ?? '',
    value: legible(typeof chosen === 'string' ? chosen : (element.value ?? '')),
    triggerId: rest.trigger_id ?? undefined,
    container: rest.container?.message_ts ?? rest.container?.view_id ?? '',
    channelId: rest.channel?.id ?? '',
    responseUrl: rest.response_url ?? undefined,
    view:
      view === undefined
        ? null
        : { id: view.id, hash: view.hash, metadata: view.private_metadata, values: valuesOf(view.state) },
    alone: rest.container?.is_ephemeral === true,
    onHome: view?.type === 'home',
  };
}
