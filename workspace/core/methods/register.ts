/** All Web API methods the workspace answers, by name. */
import { assistantMethods } from './assistant.ts';
import { blockMethods } from './blocks.ts';
import { channelMethods } from './channels.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { markMethods } from './marks.ts';
import { membershipMethods } from './membership.ts';
import type { Method } from './method.ts';
import { roomMethods } from './rooms.ts';
import { scheduledMethods } from './scheduled.ts';
import { teamMethods } from './team.ts';
import { usergroupMethods } from './usergroups.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';

/** Every supported method; anything else is `unknown_method`. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  [
    ...teamMethods,
    ...userMethods,
    ...conversationMethods,
    ...membershipMethods,
    ...roomMethods,
    ...channelMethods,
    ...usergroupMethods,
    ...chatMethods,
    ...scheduledMethods,
    ...viewMethods,
    ...markMethods,
    ...fileMethods,
    ...blockMethods,
    ...assistantMethods,
  ].map(method => [method.name, method]),
);
