/** The newcomer's guide on the page of the local workspace: leave asked for, approved, and excused at the meeting. */

import type { Guide } from '@tiaoli/workspace';
import { NEWCOMER } from '../../prisma/department.ts';
import { schedule } from '../../schedules/index.ts';
import { coverage, halfAt, type Span } from '../features/calendar/span.ts';
import { lastLeave } from '../features/leave/reading.ts';
import { wasOpened } from '../features/meeting/workflow.ts';
import { addDays, civilOf, instantOf } from '../kernel/civil.ts';
import { lookOf } from '../kernel/look.ts';
import { inBoth } from '../locales/both.ts';
import { moment } from '../locales/reader.ts';
import type { Office } from '../office/office.ts';
import { guideWords } from './words.ts';

const staff = NEWCOMER;
const leader = 'manager';

/** The steps as they stand now. */
export async function guideOf(office: Office): Promise<Guide> {
  const leave = await lastLeave(office, staff);
  const standing = leave?.state === 'pending' || leave?.state === 'approved' ? leave : null;
  const approved = standing?.state === 'approved';
  const meeting = standing === null ? null : await meetingExcused(office, standing);
  const held = approved && (meeting === null || (await wasOpened(office, meeting)));
  return {
    steps: [
      {
        id: 'ask',
        title: inBoth(guideWords, guide => guide.ask.title),
        text: inBoth(guideWords, guide => guide.ask.text),
        button: inBoth(guideWords, guide => guide.ask.button),
        done: standing !== null,
        go: { user: staff, channel: 'department', type: '/leave' },
      },
      {
        id: 'approve',
        title: inBoth(guideWords, guide => guide.approve.title),
        text: inBoth(guideWords, guide => guide.approve.text),
        button: inBoth(guideWords, guide => guide.approve.button),
        done: approved,
        go: { user: leader, channel: 'app' },
      },
      {
        id: 'meeting',
        title: inBoth(guideWords, guide => guide.meeting.title),
        text: inBoth(guideWords, guide =>
          meeting === null ? guide.meeting.nothing : guide.meeting.text(moment(meeting, office.settings)),
        ),
        button: inBoth(guideWords, guide => guide.meeting.button),
        done: held,
        go: { user: staff, channel: 'department', ...(meeting !== null && { clock: meeting.toISOString() }) },
      },
    ],
    end: inBoth(guideWords, guide => guide.end),
  };
}

/** When the first meeting begins at which the leave excuses its member; null when it touches none. */
async function meetingExcused({ settings, ...office }: Office, { span }: { span: Span }): Promise<Date | null> {
  const { zone, hours } = settings;
  const from = new Date(instantOf(span.from, '00:00', zone).getTime() - 1);
  const until = instantOf(addDays(span.to, 1), '00:00', zone);
  const openings = schedule.duties.filter(({ name }) => name.startsWith('meeting.open.'));
  const look = lookOf({ settings, ...office }, { after: from, until });
  const dues = await Promise.all(openings.map(({ between }) => between(look, from, until)));
  const excused = dues.flat().filter(({ at }) => {
    const { date, time } = civilOf(at, zone);
    return coverage([span], date).has(halfAt(time, hours));
  });
  return excused.map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
