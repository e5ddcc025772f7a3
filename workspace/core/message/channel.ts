/** A channel as Slack's methods show it. */

import type { Core } from '../core.ts';
import type { JsonObject } from '../json.ts';
import type { Channel } from '../records.ts';

/** The facts of a channel from the app's point of view. */
export function channelFacts({ state }: Core, channel: Channel): JsonObject {
  const { id, name, kind, created, creator, is_archived, is_general = false, members, shared_with = [] } = channel;
  const { updated = created * 1000, previous_names = [] } = channel;
  if (kind === 'im') {
    const user = members.find(member => member !== state.bot.user_id) ?? state.bot.user_id;
    const is_user_deleted = state.people.get(user)?.deleted === true;
    const still = { is_archived, is_org_shared: false, context_team_id: state.team.id, is_user_deleted, priority: 0 };
    return { id, created, is_im: true, user, updated, ...still };
  }
  const said = (what: 'topic' | 'purpose'): JsonObject => {
    const value = channel[what];
    const { creator: by, last_set } = channel.set?.[what] ?? {
      creator: value === '' ? '' : creator,
      last_set: value === '' ? 0 : created,
    };
    return { value, creator: by, last_set };
  };
  return {
    id,
    name,
    name_normalized: name,
    is_channel: kind === 'channel',
    is_group: kind === 'group' || kind === 'mpim',
    is_im: false,
    is_mpim: kind === 'mpim',
    is_private: kind !== 'channel',
    created,
    updated,
    is_archived,
    is_frozen: false,
    is_general,
    unlinked: 0,
    is_shared: shared_with.length > 0,
    is_org_shared: false,
    is_ext_shared: shared_with.length > 0,
    is_pending_ext_shared: false,
    pending_shared: [],
    parent_conversation: null,
    context_team_id: state.team.id,
    creator,
    shared_team_ids: [state.team.id, ...shared_with],
    pending_connected_team_ids: [],
    is_member: members.includes(state.bot.user_id),
    topic: said('topic'),
    purpose: said('purpose'),
    previous_names,
  };
}

/** The same for an app that is in the channel or came into it: also how far it has read, and that a direct message is open. */
export function memberFacts(core: Core, channel: Channel): JsonObject {
  const { state } = core;
  const ts = state.readUpTo(state.bot.user_id, channel.id);
  // Nothing marks a channel as read for the app, so that is nowhere unless somebody did.
  const open = channel.kind === 'im' && { is_open: true };
  return { ...channelFacts(core, channel), ...open, last_read: ts === '0' ? '0000000000.000000' : ts };
}
