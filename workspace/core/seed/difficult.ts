/** Everything that is difficult about a team: people who left, guests, people and bots from elsewhere, odd names, closed and shared channels, and a second team. */
import { DEPARTMENT, type Seed, type TeamSeed } from './seed.ts';

/** A company that is no team here; some of its people are met in shared channels. */
const PARTNER = { id: 'T0PARTNER', name: '合作公司 · Partner company', domain: 'partner' };

/** A team of its own with the same app, and with names that occur in the first team too. */
const BRANCH: TeamSeed = {
  team: { id: 'T0BRANCH', name: '分公司 · Branch office', domain: 'branch' },
  people: [
    { id: 'branchmanager', name: 'manager', real_name: '分公司经理 · Branch manager', is_admin: true },
    { id: 'branchclerk', real_name: '分公司文员 · Branch clerk', locale: 'en-US', tz: 'Asia/Singapore' },
  ],
  channels: [
    { name: 'department', members: 'everyone', purpose: '分公司会议 · Meetings of the branch' },
    { name: 'branch-only', is_private: true, members: ['branchmanager'] },
  ],
  groups: [{ handle: 'leads', name: '分公司领导 · Branch leads', members: ['branchmanager'] }],
};

/** The department with everything an app should have met before it meets it on Slack. */
export const DIFFICULT: Seed = {
  team: DEPARTMENT.team,
  connected: [PARTNER],
  people: [
    ...DEPARTMENT.people,
    { id: 'leaver1', real_name: '离职客服 · Former pre-sales', deleted: true },
    { id: 'guest1', real_name: '单频道访客 · Guest of one channel', is_restricted: true, is_ultra_restricted: true },
    { id: 'guest2', real_name: '多频道访客 · Guest of two channels', is_restricted: true, locale: 'en-US' },
    { id: 'weatherbot', real_name: 'Weather', is_bot: true },
    { id: 'partner1', real_name: '合作方 · Partner', is_stranger: true, team_id: PARTNER.id, locale: 'en-US' },
    { id: 'partner2', real_name: '陌生人 · Stranger', is_stranger: true, team_id: PARTNER.id, locale: 'en-US' },
    { id: 'nora1', real_name: 'Nora Müller-Straße', locale: 'de-DE', tz: 'Europe/Berlin' },
    { id: 'kai1', real_name: 'Kai Kealoha', locale: 'en-US', tz: 'Pacific/Honolulu' },
    { id: 'maya1', real_name: 'माया · Maya', locale: 'hi-IN', tz: 'Asia/Kathmandu' },
    { id: 'layla1', real_name: 'ليلى الحسن', locale: 'ar-SA', tz: 'Asia/Riyadh' },
    { id: 'odd1', name: 'o.b_r-1', real_name: 'R&D <b>*bold*</b> _O’Brien_ `x` :tada: 👩‍💻' },
    { id: 'long1', real_name: `${'很长的名字'.repeat(8)} · ${'Verylongname '.repeat(3)}`.slice(0, 80).trim() },
  ],
  channels: [
    ...DEPARTMENT.channels.map(channel =>
      channel.name === 'service' && channel.members !== 'everyone'
        ? { ...channel, members: [...channel.members, 'guest1', 'guest2', 'weatherbot'] }
        : channel,
    ),
    {
      name: 'partners',
      members: ['manager', 'supervisor', 'guest2', 'partner1'],
      shared_with: [PARTNER.id],
      purpose: '与合作公司共用 · Shared with the partner company',
    },
    {
      name: 'partners-without-app',
      members: ['manager', 'partner1', 'partner2'],
      shared_with: [PARTNER.id],
      with_bot: false,
    },
    { name: 'old-project', members: ['manager', 'leaver1', 'presales1'], is_archived: true },
    { name: 'without-app', members: ['manager', 'presales1', 'nora1'], with_bot: false },
    { name: 'secret', is_private: true, members: ['manager', 'deputy'], with_bot: false },
    { name: `${'very-long-name-'.repeat(5)}12345`, members: ['manager', 'odd1', 'long1'] },
  ],
  groups: [
    { handle: 'leads', name: '管理层 · Leads', members: ['manager', 'deputy', 'supervisor'], channels: ['leaders'] },
    { handle: 'presales', name: '售前 · Pre-sales', members: ['presales1', 'presales2', 'presales3', 'presales4'] },
    { handle: 'nobody', name: '空组 · Nobody', members: [] },
    { handle: 'night-shift', name: '夜班 · Night shift', members: ['presales1'], is_disabled: true },
  ],
  further: [BRANCH],
};
