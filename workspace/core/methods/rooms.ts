/** `conversations.create`: new channels. */

import { nameObstacle } from '../channel/name.ts';
import type { Core } from '../core.ts';
import { isYes } from '../json.ts';
import { channelFacts, memberFacts } from '../message/channel.ts';
import type { Channel } from '../records.ts';
import { textArgument } from './arguments.ts';
import { type Method, MethodError } from './method.ts';

/** What the event about a new channel says of it. */
const TOLD_OF_NEW = [
  'id',
  'name',
  'name_normalized',
  'created',
  'creator',
  'is_channel',
  'is_group',
  'is_im',
  'is_mpim',
  'is_private',
  'is_archived',
  'is_frozen',
  'is_general',
  'is_shared',
  'is_org_shared',
  'is_ext_shared',
  'is_pending_ext_shared',
  'context_team_id',
];

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
      return { channel: memberFacts(call.core, channel) };
    },
  },
];

/** Everybody's apps hear of a new public channel. */
async function tellCreated(core: Core, channel: Channel): Promise<void> {
  const facts = channelFacts(core, channel);
  const about = Object.fromEntries(TOLD_OF_NEW.map(key => [key, facts[key]]));
  await core.deliverer.event({ type: 'channel_created', channel: about, event_ts: core.state.stamps.next() });
}
