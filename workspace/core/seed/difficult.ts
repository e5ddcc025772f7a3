/** Everything that is difficult about a team: people who left, guests, people and bots from elsewhere, odd names, closed and shared channels, and a second team. */
import type { Seed, SeedGroup, TeamSeed } from './seed.ts';

/** Who of a team plays a part in its difficulties, by id or by the name of a channel. */
export interface Cast {
  admin: string;
  /** Two others who lead, and somebody who does not. */
  leads: [string, string];
  member: string;
  /** The channel for all, whose name occurs in the second team too; the one guests are in; the private one of the leads. */
  everyone: string;
  open: string;
  closed: string;
  /** A group of colleagues. */
  group: SeedGroup;
  /** The name of somebody who left. */
  leaver: string;
}

/** A company that is no team here; some of its people are met in shared channels. */
const PARTNER = { id: 'T0PARTNER', name: '合作公司 · Partner company', domain: 'partner' };

/** The team with everything an app should have met before it meets it on Slack. */
export function withDifficulties({ team, people, channels }: Seed, cast: Cast): Seed {
  const { admin, leads, member } = cast;
  return {
    team,
    connected: [PARTNER],
    people: [
      ...people,
      { id: 'ULEAVER1', name: 'leaver1', real_name: cast.leaver, deleted: true },
      {
        id: 'UGUEST1',
        name: 'guest1',
        real_name: '单频道访客 · Guest of one channel',
        is_restricted: true,
        is_ultra_restricted: true,
      },
      {
        id: 'UGUEST2',
        name: 'guest2',
        real_name: '多频道访客 · Guest of two channels',
        is_restricted: true,
        locale: 'en-US',
      },
      { id: 'UWEATHERBOT', name: 'weatherbot', real_name: 'Weather', is_bot: true },
      {
        id: 'UPARTNER1',
        name: 'partner1',
        real_name: '合作方 · Partner',
        is_stranger: true,
        team_id: PARTNER.id,
        locale: 'en-US',
      },
      {
        id: 'UPARTNER2',
        name: 'partner2',
        real_name: '陌生人 · Stranger',
        is_stranger: true,
        team_id: PARTNER.id,
        locale: 'en-US',
      },
      { id: 'UNORA1', name: 'nora1', real_name: 'Nora Müller-Straße', locale: 'de-DE', tz: 'Europe/Berlin' },
      { id: 'UKAI1', name: 'kai1', real_name: 'Kai Kealoha', locale: 'en-US', tz: 'Pacific/Honolulu' },
      { id: 'UMAYA1', name: 'maya1', real_name: 'माया · Maya', locale: 'hi-IN', tz: 'Asia/Kathmandu' },
      { id: 'ULAYLA1', name: 'layla1', real_name: 'ليلى الحسن', locale: 'ar-SA', tz: 'Asia/Riyadh' },
      { id: 'UODD1', name: 'o.b_r-1', real_name: 'R&D <b>*bold*</b> _O’Brien_ `x` :tada: 👩‍💻' },
      {
        id: 'ULONG1',
        name: 'long1',
        real_name: `${'很长的名字'.repeat(8)} · ${'Verylongname '.repeat(3)}`.slice(0, 80).trim(),
      },
    ],
    channels: [
      ...channels.map(channel =>
        channel.name === cast.open && channel.members !== 'everyone'
          ? { ...channel, members: [...channel.members, 'UGUEST1', 'UGUEST2', 'UWEATHERBOT'] }
          : channel,
      ),
      {
        name: 'partners',
        members: [admin, leads[1], 'UGUEST2', 'UPARTNER1'],
        shared_with: [PARTNER.id],
        purpose: '与合作公司共用 · Shared with the partner company',
      },
      {
        name: 'partners-without-app',
        members: [admin, 'UPARTNER1', 'UPARTNER2'],
        shared_with: [PARTNER.id],
        with_bot: false,
      },
      { name: 'old-project', members: [admin, 'ULEAVER1', member], is_archived: true },
      { name: 'without-app', members: [admin, member, 'UNORA1'], with_bot: false },
      { name: 'secret', is_private: true, members: [admin, leads[0]], with_bot: false },
      { name: `${'very-long-name-'.repeat(5)}12345`, members: [admin, 'UODD1', 'ULONG1'] },
    ],
    groups: [
      { handle: 'leads', name: '管理层 · Leads', members: [admin, ...leads], channels: [cast.closed] },
      cast.group,
      { handle: 'nobody', name: '空组 · Nobody', members: [] },
      { handle: 'night-shift', name: '夜班 · Night shift', members: [member], is_disabled: true },
    ],
    further: [branchOf(cast, people.find(({ id }) => id === admin)?.name ?? admin)],
  };
}

/** A team of its own with the same app, and with names that occur in the first team too: a channel's, and the admin's handle. */
function branchOf({ everyone }: Cast, handle: string): TeamSeed {
  return {
    team: { id: 'T0BRANCH', name: '分公司 · Branch office', domain: 'branch' },
    people: [
      { id: 'UBRANCHMANAGER', name: handle, real_name: '分公司经理 · Branch manager', is_admin: true },
      {
        id: 'UBRANCHCLERK',
        name: 'branchclerk',
        real_name: '分公司文员 · Branch clerk',
        locale: 'en-US',
        tz: 'Asia/Singapore',
      },
    ],
    channels: [
      { name: everyone, members: 'everyone', purpose: '分公司会议 · Meetings of the branch' },
      { name: 'branch-only', is_private: true, members: ['UBRANCHMANAGER'] },
    ],
    groups: [{ handle: 'leads', name: '分公司领导 · Branch leads', members: ['UBRANCHMANAGER'] }],
  };
}
