/** `conversations.rename`, `archive`, `unarchive`, `kick`, `leave`, `setTopic`, `setPurpose`: what the app changes of channels. */

import { archive, describe, rename, takeOut, unarchive } from '../channel/changes.ts';
import { nameObstacle } from '../channel/name.ts';
import {
  archiveObstacle,
  describeObstacle,
  leaveObstacle,
  removeObstacle,
  renameObstacle,
  unarchiveObstacle,
} from '../channel/rights.ts';
import type { JsonObject } from '../json.ts';
import { memberFacts } from '../message/channel.ts';
import type { Channel, Person } from '../records.ts';
import { channelArgument, isMember, personArgument, textArgument } from './arguments.ts';
import { type Call, type Method, MethodError, requireScope } from './method.ts';

const MOST_DESCRIBED = 250;

export const channelMethods: Method[] = [
  changing('conversations.rename', (call, channel, app) => {
    check(renameObstacle(app, channel));
    const name = textArgument(call, 'name').replace(/^#/, '');
    check(nameObstacle(name));
    const renamed = rename(call.core, channel, app.id, name);
    if (!renamed) throw new MethodError('name_taken');
    return { channel: memberFacts(call.core, renamed) };
  }),
  changing('conversations.archive', (call, channel, app) => {
    check(archiveObstacle(app, channel));
    archive(call.core, channel, app.id);
    return {};
  }),
  changing('conversations.unarchive', (call, channel, app) => {
    check(unarchiveObstacle(app, channel));
    unarchive(call.core, channel, app.id);
    return {};
  }),
  changing('conversations.kick', (call, channel, app) => {
    const { id } = personArgument(call);
    check(removeObstacle(app, channel, id));
    takeOut(call.core, channel, app.id, id);
    return { errors: {} };
  }),
  changing('conversations.leave', (call, channel, app) => {
    check(leaveObstacle(app, channel));
    // Slack takes it for no error.
    if (!isMember(call, channel)) return { not_in_channel: true };
    takeOut(call.core, channel, app.id, app.id);
    return {};
  }),
  describing('conversations.setTopic', 'topic'),
  describing('conversations.setPurpose', 'purpose'),
];

type Change = (call: Call, channel: Channel, app: Person) => JsonObject;

/** A method that changes a channel; `finer` is the end of the names of scopes that allow just this. */
function changing(name: string, run: Change, finer = ''): Method {
  const open = ['channels:manage', ...(finer === '' ? [] : [`channels:write.${finer}`])];
  const closed = ['groups:write', ...(finer === '' ? [] : [`groups:write.${finer}`])];
  return {
    name,
    token: 'bot',
    scopes: [...open, ...closed, 'im:write', 'mpim:write'],
    run(call) {
      const channel = channelArgument(call);
      if (channel.kind === 'im' || channel.kind === 'mpim')
        throw new MethodError('method_not_supported_for_channel_type');
      requireScope(call, channel.kind === 'channel' ? open : closed);
      const { people, bot } = call.core.state;
      const app = people.get(bot.user_id);
      if (!app) throw new Error('The app is nobody in this team.');
      return run(call, channel, app);
    },
  };
}

function describing(name: string, what: 'topic' | 'purpose'): Method {
  const change: Change = (call, channel, app) => {
    check(describeObstacle(app, channel));
    const text = textArgument(call, what);
    if (text.length > MOST_DESCRIBED) throw new MethodError('too_long');
    return { channel: memberFacts(call.core, describe(call.core, channel, app.id, what, text)) };
  };
  return changing(name, change, what === 'topic' ? 'topic' : '');
}

function check(obstacle: string | undefined): void {
  if (obstacle) throw new MethodError(obstacle);
}
