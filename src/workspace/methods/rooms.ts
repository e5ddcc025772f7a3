/** `conversations.create` and `usergroups.*`: new channels, and the user groups there are none of. */
import { channelFacts } from '../channel.ts';
import { isYes } from '../json.ts';
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
      if (name === '') throw new MethodError('invalid_name_required');
      if (name.length > 80) throw new MethodError('invalid_name_maxlength');
      if (!/^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name)) throw new MethodError('invalid_name_specials');
      if (!/[\p{L}\p{N}]/u.test(name)) throw new MethodError('invalid_name_punctuation');
      const channel = state.newChannel(name, isYes(call.args.is_private), [state.bot.user_id]);
      if (!channel) throw new MethodError('name_taken');
      hints.tell({ type: 'channels', channel: channel.id });
      return { channel: channelFacts(call.core, channel) };
    },
  },
  { name: 'usergroups.list', token: 'bot', scopes: ['usergroups:read'], run: () => ({ usergroups: [] }) },
  {
    name: 'usergroups.users.list',
    token: 'bot',
    scopes: ['usergroups:read'],
    run() {
      throw new MethodError('no_such_subteam');
    },
  },
];
