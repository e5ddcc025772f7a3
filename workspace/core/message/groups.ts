/** User groups: how one is found by its handle, mentioned, and shown by Slack's methods. */
import type { Core } from '../core.ts';
import type { JsonObject } from '../json.ts';
import type { Group } from '../records.ts';

/** The active group of that handle, in whatever letters it is typed. */
export function groupOf({ state }: Core, handle: string): Group | undefined {
  const wanted = handle.toLowerCase();
  return [...state.groups.values()].find(group => !group.is_disabled && group.handle === wanted);
}

/** Its members who have not left. */
export function membersOf({ state }: Core, group: Group): string[] {
  return group.members.filter(id => state.people.get(id)?.deleted === false);
}

/** The text with every `@handle` of a group made a mention, which is what `link_names` asks for. */
export function linkGroups(core: Core, text: string): string {
  return text.replace(/(?<![\w.+&/<|-])@([a-z0-9][a-z0-9._-]*)/gi, (whole, typed: string) => {
    const handle = typed.replace(/[._-]+$/, '');
    const group = groupOf(core, handle);
    return group ? `<!subteam^${group.id}>${typed.slice(handle.length)}` : whole;
  });
}

/** A group as `usergroups.list` shows it. */
export function groupFacts(core: Core, group: Group, asked: { users: boolean; count: boolean }): JsonObject {
  const { id, handle, name, description, channels, is_disabled, created, created_by } = group;
  const users = membersOf(core, group);
  return {
    id,
    team_id: core.state.team.id,
    is_usergroup: true,
    is_subteam: true,
    name,
    description,
    handle,
    is_external: false,
    date_create: created,
    date_update: created,
    date_delete: is_disabled ? created : 0,
    auto_type: null,
    auto_provision: false,
    enterprise_subteam_id: '',
    created_by,
    updated_by: created_by,
    deleted_by: is_disabled ? created_by : null,
    prefs: {
      channels: channels.filter(held => isPublic(core, held)),
      groups: channels.filter(held => !isPublic(core, held)),
    },
    ...(asked.users && { users }),
    ...(asked.count && { user_count: users.length }),
  };
}

function isPublic({ state }: Core, channel: string): boolean {
  return state.channels.get(channel)?.kind === 'channel';
}
