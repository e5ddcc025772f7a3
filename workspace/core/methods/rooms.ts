/** `conversations.create`: new channels. */

import { nameObstacle } from '../channel/name.ts';
import type { Core } from '../core.ts';
import { isYes } from '../json.ts';
import { channelFacts } from '../message/channel.ts';
import type { Channel } from '../records.ts';
import { textArgument } from './arguments.ts';
import { type Method, MethodError } from './method.ts';

export const roomMethods: Method[] = [
  {
    name: 'conversations.create',
    token: 'bot',
    scopes: ['channels:manage', 'groups:write'],
    run(call) {
      const { state, hints } = call.core;
      const name = textArgument(call, 'name').replace(/^#/, '');
      const obstacle = nameObstacle(name);
      if (obstacle) throw new MethodError(obstacle);
      const channel = state.newChannel(name, isYes(call.args.is_private), [state.bot.user_id]);
      if (!channel) throw new MethodError('name_taken');
      hints.tell({ type: 'channels', channel: channel.id });
      if (channel.kind === 'channel') void tellCreated(call.core, channel);
      return { channel: channelFacts(call.core, channel) };
    },
  },
];

/** Everybody's apps hear of a new public channel. */
async function tellCreated(core: Core, channel: Channel): Promise<void> {
  const { id, name, created, creator } = channel;
  const shown = { id, name, name_normalized: name, is_channel: true, is_private: false, created, creator };
  const about = { ...shown, is_shared: false, is_org_shared: false, context_team_id: core.state.team.id };
  await core.deliverer.event({ type: 'channel_created', channel: about, event_ts: core.state.stamps.next() });
}
