/** `usergroups.*`: which user groups there are, and who is in them. */

import { isYes } from '../json.ts';
import { groupFacts, membersOf } from '../message/groups.ts';
import { requiredText } from './arguments.ts';
import { type Method, MethodError } from './method.ts';

export const usergroupMethods: Method[] = [
  {
    name: 'usergroups.list',
    token: 'bot',
    scopes: ['usergroups:read'],
    run({ core, args }) {
      const asked = { users: isYes(args.include_users), count: isYes(args.include_count) };
      const shown = [...core.state.groups.values()].filter(group => !group.is_disabled || isYes(args.include_disabled));
      return { usergroups: shown.map(group => groupFacts(core, group, asked)) };
    },
  },
  {
    name: 'usergroups.users.list',
    token: 'bot',
    scopes: ['usergroups:read'],
    run(call) {
      const group = call.core.state.groups.get(requiredText(call, 'usergroup'));
      if (!group || (group.is_disabled && !isYes(call.args.include_disabled))) throw new MethodError('no_such_subteam');
      return { users: membersOf(call.core, group) };
    },
  },
];
