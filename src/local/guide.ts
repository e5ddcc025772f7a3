/** The newcomer's guide on the page of the local workspace: leave asked for, approved, and excused at the meeting. */

import type { Guide } from '@tiaoli/workspace';
import { NEWCOMER } from '../../prisma/department.ts';
import { schedule } from '../../schedules/index.ts';
import { addDays, civilOf, instantOf } from '../domain/civil.ts';
import { coverage, halfAt } from '../domain/span.ts';
import { inBoth } from '../locales/both.ts';
import { moment } from '../locales/reader.ts';
import { type LeaveRow, lastLeaveOf } from '../store/leave.ts';
import { meetingsBetween } from '../store/meeting.ts';
import type { Office } from '../workflows/ports.ts';

const staff = NEWCOMER;
const leader = 'manager';

/** The steps as they stand now. */
export async function guideOf(office: Office): Promise<Guide> {
  const leave = await lastLeaveOf(office.database.read, staff);
  const standing = leave?.state === 'pending' || leave?.state === 'approved' ? leave : null;
  const approved = standing?.state === 'approved';
  const meeting = standing === null ? null : await meetingExcused(office, standing);
  const held = approved && (meeting === null || (await wasOpened(office, meeting)));
  return {
    steps: [
      {
        id: 'ask',
        title: inBoth(({ guide }) => guide.ask.title),
        text: inBoth(({ guide }) => guide.ask.text),
        button: inBoth(({ guide }) => guide.ask.button),
        done: standing !== null,
        go: { user: staff, channel: 'department', type: '/leave' },
      },
      {
        id: 'approve',
        title: inBoth(({ guide }) => guide.approve.title),
        text: inBoth(({ guide }) => guide.approve.text),
        button: inBoth(({ guide }) => guide.approve.button),
        done: approved,
        go: { user: leader, channel: 'app' },
      },
      {
        id: 'meeting',
        title: inBoth(({ guide }) => guide.meeting.title),
        text: inBoth(t =>
          meeting === null ? t.guide.meeting.nothing : t.guide.meeting.text(moment(meeting, { t, ...office.settings })),
        ),
        button: inBoth(({ guide }) => guide.meeting.button),
        done: held,
        go: { user: staff, channel: 'department', ...(meeting !== null && { clock: meeting.toISOString() }) },
      },
    ],
    end: inBoth(({ guide }) => guide.end),
  };
}

/** When the first meeting begins at which the leave excuses its member; null when it touches none. */
async function meetingExcused({ settings, ...office }: Office, { span }: LeaveRow): Promise<Date | null> {
  const { zone, hours } = settings;
  const from = new Date(instantOf(span.from, '00:00', zone).getTime() - 1);
  const until = instantOf(addDays(span.to, 1), '00:00', zone);
  const openings = schedule.duties.filter(({ name }) => name.startsWith('meeting.open.'));
  const dues = await Promise.all(openings.map(({ between }) => between({ settings, ...office }, from, until)));
  const excused = dues.flat().filter(({ at }) => {
    const { date, time } = civilOf(at, zone);
    return coverage([span], date).has(halfAt(time, hours));
  });
  return excused.map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

async function wasOpened({ database, settings }: Office, at: Date): Promise<boolean> {
  const { date } = civilOf(at, settings.zone);
  const meetings = await meetingsBetween(database.read, date, date);
  return meetings.some(({ state, startsAt }) => state !== 'planned' && startsAt.getTime() === at.getTime());
}
