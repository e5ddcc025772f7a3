/** `/human/home` and `/human/shortcut`: a person opens the app's Home tab, or calls one of its shortcuts. */
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { interaction, payloadChannelName, responseUrl, viewPayload } from '../core/delivery/payload.ts';
import type { JsonObject } from '../core/json.ts';
import { wireMessage } from '../core/message/message.ts';
import type { View } from '../core/view/views.ts';
import { failure } from './click.ts';
import { type HumanCall, HumanError, humanCall } from './human.ts';
import { channelOf, messageOf, named, personOf } from './who.ts';

/** How long the Home tab waits for the app to publish after it was opened. */
const PUBLISH_MS = 3_000;

export const homeCalls: HumanCall[] = [
  humanCall('GET', '/human/home', z.object({ user: named }), async (core, { user }) => {
    const person = personOf(core, user);
    const before = core.state.homes.get(person.id) as View | undefined;
    if (!core.profile.homeTab) return { view: null };
    const channel = core.state.direct(person.id, core.state.bot.user_id);
    const published = nextPublish(core, person.id, before);
    const taken = await core.deliverer.event({
      type: 'app_home_opened',
      user: person.id,
      channel: channel.id,
      tab: 'home',
      ...(before && { view: viewPayload(before) }),
      event_ts: core.state.stamps.next(),
    });
    if (taken) await published.wait();
    else published.cancel();
    return { view: core.state.homes.get(person.id) ?? null };
  }),
  humanCall(
    'POST',
    '/human/shortcut',
    z.object({ user: named, callback_id: z.string(), channel: named.optional(), ts: z.string().optional() }),
    async (core, fields) => {
      const person = personOf(core, fields.user);
      const { callback_id } = fields;
      const type = fields.ts === undefined ? 'shortcut' : 'message_action';
      const kind = fields.ts === undefined ? 'global' : 'message';
      if (
        core.profile.shortcuts &&
        !core.profile.shortcuts.some(held => held.callback_id === callback_id && held.type === kind)
      )
        throw new HumanError('shortcut_not_found', `The app has no ${kind} shortcut "${callback_id}".`);
      const seen = fields.channel === undefined ? undefined : channelOf(core, person, fields.channel);
      const trigger_id = core.tickets.issueTrigger({ user: person.id, ...(seen && { channel: seen.id }) });
      const about: JsonObject = { callback_id, trigger_id, action_ts: core.state.stamps.next() };
      if (fields.ts !== undefined) {
        const channel = channelOf(core, person, fields.channel ?? '');
        const message = messageOf(core, person, channel, fields.ts);
        about.message_ts = message.ts;
        about.channel = { id: channel.id, name: payloadChannelName(channel) };
        about.message = wireMessage(core, message);
        about.response_url = responseUrl(core, 'actions', { channel: channel.id, user: person.id });
      }
      const payload = { ...interaction(core, type, person), ...about };
      const { ok, ack_ms, error } = await core.deliverer.deliver({ envelope: 'interactive', type, payload });
      return ok ? { ok, ack_ms } : { ok, error, text: failure(error) };
    },
  ),
];

/** Waits until the person's Home is another than before, at most the time above. */
function nextPublish(core: Core, user: string, before: View | undefined): { wait(): Promise<void>; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  let done = (): void => {};
  const stopListening = core.hints.listen(hint => {
    if (hint.type === 'home' && hint.user === user) done();
  });
  const cancel = (): void => {
    clearTimeout(timer);
    stopListening();
  };
  return {
    cancel,
    async wait() {
      const isNew = (): boolean => (core.state.homes.get(user) as View | undefined)?.hash !== before?.hash;
      if (!isNew())
        await new Promise<void>(resolve => {
          done = resolve;
          timer = setTimeout(resolve, PUBLISH_MS);
        });
      cancel();
    },
  };
}
