/** The part of the assembly that sends: what is said is drawn, brought to Slack at its pace, and told when it was given up. */
import type { WebClient } from '@slack/web-api';
import { type Place, type Recall, startRecall } from './backup/recall.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { outdatedMessage } from './features/trouble/views.ts';
import { tellGoesAgain, tellUndelivered, tellUnfitLeaders } from './features/trouble/workflow.ts';
import { features } from './features.ts';
import type { Locale } from './kernel/locale.ts';
import { readerOf } from './locales/reader.ts';
import { standingOf } from './member/rules.ts';
import { allMembers } from './member/store.ts';
import { drawingsOf } from './office/collected.ts';
import { longestAskedMs } from './office/dispatch.ts';
import type { Office } from './office/office.ts';
import { makeSender, type SenderOptions } from './office/sender.ts';
import { type Pump, startPump } from './scheduler/pump.ts';
import { type Channels, slackChannels } from './slack/channels.ts';
import { CALL_TIMEOUT_MS } from './slack/connect.ts';
import { slackMessenger } from './slack/messenger.ts';
import { slackPast } from './slack/past.ts';
import { bringNear, endClaims, lastPlaceOf } from './store/outbox.ts';
import type { Tx } from './store/tx.ts';

export type Pace = Omit<SenderOptions, 'gaveUp' | 'goesAgain'>;

export interface Sending {
  pump: Pump;
  /** Slack's word for not taking the bot's token; null while it does. */
  refused(): string | null;
  channels: Channels;
}

/** Slack takes one message per second and channel, and its history may lag behind what it has taken; the workspace does not. */
export function paceOf({ slack }: Config, otherwise: Partial<Pace> = {}): Pace {
  return { ...(slack.mode === 'local' ? localPace : slackPace), ...otherwise };
}

const slackPace: Pace = {
  now: () => systemClock.now(),
  paceMs: 1_000,
  doubtMs: 30_000,
  callMs: CALL_TIMEOUT_MS,
  leaseMs: 45_000,
  restMs: 10_000,
  lookMs: 60_000,
};
const localPace: Pace = { ...slackPace, paceMs: 0, doubtMs: 0, restMs: 0 };

/** What waits is taken to the present: it may have been written by a clock that was set back since. */
export async function afterSet(tx: Tx, { now, leaseMs }: Pace): Promise<void> {
  await bringNear(tx, now(), { pauseMs: longestAskedMs, leaseMs });
}

/** Begins to send what stands in the outbox, as soon as the pump is woken. */
export async function startSending(config: Config, office: Office, client: WebClient, pace: Pace): Promise<Sending> {
  const { database, log, settings, speech } = office;
  const draw = drawingsOf(features);
  const channels = slackChannels(client, config.channels, recipient => lastPlaceOf(database.read, recipient));
  await lookAtLeaders(office, channels);
  const messenger = slackMessenger(
    client,
    channels,
    (message, locale) => draw(message, readerOf(speech, locale, settings.zone)),
    log,
  );
  // An embedded database has one process: what is still claimed was claimed by one that died.
  if (config.database.kind !== 'server')
    await endClaims(database.read, new Date(systemClock.now().getTime() + pace.doubtMs));
  await afterSet(database.read, pace);
  const sender = makeSender(office, messenger, { ...pace, gaveUp: tellUndelivered, goesAgain: tellGoesAgain });
  return { pump: startPump(sender, systemClock, log), refused: () => sender.refused(), channels };
}

/** A leaders' channel in which nothing may be posted is told of at the start, not at the first message that is lost. */
async function lookAtLeaders(office: Office, channels: Channels): Promise<void> {
  try {
    const id = await channels.resolve('#leaders');
    const error = id === null ? null : await channels.unfit('#leaders', id);
    if (error !== null) await office.database.transaction(tx => tellUnfitLeaders(office, tx, error));
  } catch (fault) {
    // A Slack that cannot be asked now is asked before the first message.
    office.log.warn('leaders.unseen', { error: fault });
  }
}

/** Reads back what was said after a backup that was restored; does nothing where none was. */
export function startReadingBack(office: Office, client: WebClient, channels: Channels, { paceMs }: Pace): Recall {
  const { database, settings, speech } = office;
  const past = slackPast(client, channels, locale => outdatedMessage(readerOf(speech, locale, settings.zone)));
  return startRecall(office, { past, paceMs, places: () => placesOf(database.read, settings.locale) });
}

/** The department's channels, and the direct messages of whoever is still there. */
async function placesOf(read: Tx, locale: Locale): Promise<Place[]> {
  const members = [...(await allMembers(read)).values()].filter(member => standingOf(member) === true);
  return [
    ...(['department', 'service', 'notices', 'leaders'] as const).map(role => ({ recipient: `#${role}`, locale })),
    ...members.map(member => ({ recipient: member.id, locale: member.locale ?? locale })),
  ];
}
