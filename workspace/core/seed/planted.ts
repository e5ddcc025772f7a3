/** What people and user groups of a seed look like once they are in the team. */
import type { Group, Person } from '../records.ts';
import type { SeedGroup, SeedPerson } from './seed.ts';

/** A person with everything the seed leaves open; `updated` in Unix seconds. */
export function plantedPerson(seed: SeedPerson, team: { id: string; domain: string }, updated: number): Person {
  const handle = handleIn(seed);
  return {
    name: handle,
    title: '',
    email: `${handle}@${team.domain}.example`,
    locale: 'zh-CN',
    tz: 'Asia/Shanghai',
    deleted: false,
    is_bot: false,
    is_admin: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_stranger: false,
    team_id: team.id,
    updated,
    own_locale: seed.locale !== undefined,
    ...seed,
  };
}

/** By the seed's ids, those of its people who are there already: a folder from before ids had Slack's form keeps its own. */
export function knownIn(people: ReadonlyMap<string, Person>, seeds: readonly SeedPerson[]): Map<string, string> {
  const handles = new Map([...people.values()].map(({ name, id }) => [name, id]));
  return new Map(
    seeds.flatMap(seed => {
      const held = people.has(seed.id) ? seed.id : handles.get(handleIn(seed));
      return held === undefined ? [] : [[seed.id, held] as const];
    }),
  );
}

/** What people type after '@' for somebody of a seed. */
function handleIn({ id, name = id.toLowerCase() }: SeedPerson): string {
  return name;
}

/** A user group; `channels` are the ids of the seed's. Its first member made it, or else `maker`. */
export function plantedGroup(
  seed: SeedGroup,
  { id, channels, created, maker }: { id: string; channels: string[]; created: number; maker: string },
): Group {
  const { handle, name, description = '', members, is_disabled = false } = seed;
  return { id, handle, name, description, members, channels, is_disabled, created, created_by: members[0] ?? maker };
}
