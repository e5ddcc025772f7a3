/** Who is in the team and which channels there are when a workspace is first opened. */

/** A person of the team, or a guest, a deactivated, an external person or another bot. */
export interface SeedPerson {
  /** In the form of Slack's (`U012AB3CD`), and unlike every other person's, those of further teams included. */
  id: string;
  /** The handle; the id in small letters when absent. */
  name?: string;
  real_name: string;
  title?: string;
  email?: string;
  locale?: string;
  tz?: string;
  deleted?: boolean;
  is_bot?: boolean;
  is_admin?: boolean;
  /** A guest of several channels. */
  is_restricted?: boolean;
  /** A guest of one channel. */
  is_ultra_restricted?: boolean;
  /** A person of another team, met in shared channels; `team_id` says which. */
  is_stranger?: boolean;
  team_id?: string;
}

export interface SeedChannel {
  name: string;
  is_private?: boolean;
  is_archived?: boolean;
  /** People's ids, or everyone who is an active full member of the team. */
  members: string[] | 'everyone';
  /** Whether the app is in the channel from the start; it is unless this is false. */
  with_bot?: boolean;
  topic?: string;
  purpose?: string;
  /** Ids of the teams it is shared with by Slack Connect. */
  shared_with?: string[];
}

/** A user group, mentioned by its handle. */
export interface SeedGroup {
  handle: string;
  name: string;
  description?: string;
  members: string[];
  /** Names of the channels its members are invited to by default. */
  channels?: string[];
  is_disabled?: boolean;
}

/** One team when it is first opened. */
export interface TeamSeed {
  team: { id: string; name: string; domain: string };
  people: SeedPerson[];
  channels: SeedChannel[];
  groups?: SeedGroup[];
  /** Teams that are not here but share channels with this one. */
  connected?: { id: string; name: string; domain: string }[];
}

/** The first team, and whichever others the same app is installed in. */
export interface Seed extends TeamSeed {
  further?: TeamSeed[];
}
