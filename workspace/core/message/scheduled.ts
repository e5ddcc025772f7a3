/** Messages of the app that wait for their time on the workspace's clock. */
import { randomBytes } from 'node:crypto';
import type { Core } from '../core.ts';
import { idFrom } from '../identity.ts';
import type { Scheduled } from '../records.ts';
import { type Draft, hasApp, postAsApp } from './message.ts';

/** Real milliseconds after which the clock is looked at again: it may have been moved meanwhile. */
const LOOK_MS = 500;

/** Keeps a message until its time. */
export function schedule(core: Core, channel: string, post_at: number, draft: Draft): Scheduled {
  const id = `Q${idFrom(randomBytes(8).toString('hex'))}`;
  return core.state.putScheduled({ id, channel, post_at, date_created: core.state.seconds(), draft });
}

/** What waits, the next first. */
export function waiting(core: Core): Scheduled[] {
  return [...core.state.scheduled.values()].sort((one, other) => one.post_at - other.post_at);
}

/**
 * Goes to a moment, stopping on the way at every message's time, in whichever team, to post it there; tells of every stop.
 * Resolves when the app is done with all of it: what fell due for itself it says itself, and it is given time for the rest.
 */
export async function travelPosting(core: Core, to: Date, passed?: () => void): Promise<void> {
  for (;;) {
    const times = core.teams().flatMap(team => waiting(team).map(({ post_at }) => post_at * 1000));
    const at = new Date(Math.min(...times, Number.POSITIVE_INFINITY));
    if (Number.isNaN(at.getTime()) || at > to) break;
    if (at > core.clock.now()) await core.clock.travel(at, passed);
    core.teams().forEach(postDue);
    await core.activity.settled();
  }
  await core.clock.travel(to, passed);
  const posted = core.teams().map(postDue);
  await core.activity.settled(posted.includes(true) ? undefined : 0);
}

/** Posts what is due as time passes, until the returned function is called. */
export function startPosting(core: Core): () => void {
  const look = (): void => {
    try {
      postDue(core);
    } catch (error) {
      // What could not be written down is not posted, and is tried again.
      console.error('A scheduled message could not be posted:', error);
    }
  };
  look();
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** True when there was one. */
function postDue(core: Core): boolean {
  const due = waiting(core).filter(({ post_at }) => post_at * 1000 <= core.clock.now().getTime());
  for (const scheduled of due) {
    const error = obstacle(core, scheduled);
    const channel = core.state.channels.get(scheduled.channel);
    // Stored with the message in one piece, so that no kill in between posts it twice or never.
    if (channel && error === undefined)
      postAsApp(core, channel, { ...scheduled.draft, scheduled_message_id: scheduled.id });
    else core.state.removeScheduled(scheduled.id);
    note(core, scheduled, error);
  }
  return due.length > 0;
}

/** Why Slack drops a message when its time has come. */
function obstacle(core: Core, { channel: id, draft }: Scheduled): string | undefined {
  // A known fault of Slack's, in its documentation: what was scheduled with metadata is never posted.
  if (draft.metadata) return 'not_posted_with_metadata';
  const channel = core.state.channels.get(id);
  if (!channel) return 'channel_not_found';
  if (channel.is_archived) return 'is_archived';
  const everywhere = core.profile.scopes?.includes('chat:write.public') === true && channel.kind === 'channel';
  return hasApp(core, channel) || everywhere ? undefined : 'not_in_channel';
}

/** Writes down for the inspector what became of it. */
function note(core: Core, { id, channel, post_at, draft }: Scheduled, error: string | undefined): void {
  core.traffic.add({
    at: core.traffic.now(),
    direction: 'from_bot',
    method: 'scheduled message',
    payload: { scheduled_message_id: id, channel, post_at, text: draft.text },
    answer: null,
    ack_ms: null,
    ok: error === undefined,
    ...(error !== undefined && { error }),
  });
}
