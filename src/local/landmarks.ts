/** What falls due next in the department, for the clock bar of the local workspace. */

import type { Landmark } from '@tiaoli/workspace';
import { schedule } from '../../schedules/index.ts';
import { departmentCalendar } from '../features/calendar/workflow.ts';
import { instantOf, minutesOf, timeOf, todayOf } from '../kernel/civil.ts';
import { lookOf } from '../kernel/look.ts';
import { inBoth } from '../locales/both.ts';
import type { Office } from '../office/office.ts';
import { guideWords } from './words.ts';

/** As far as the longest holidays reach, with room. */
const horizonMs = 15 * 86_400_000;
const mostShown = 8;
/** Minutes before work at which one looks at a new morning. */
const early = 5;

/** The next meeting, the next working morning, and the next of every duty that people would name, the earliest first. */
export async function landmarksOf(office: Office): Promise<Landmark[]> {
  const now = office.clock.now();
  const until = new Date(now.getTime() + horizonMs);
  const dues: { name: string; at: Date }[] = [];
  const look = lookOf(office, { after: now, until });
  for (const { name, between } of schedule.duties) {
    const [first] = await between(look, now, until);
    if (first !== undefined) dues.push({ name, at: first.at });
  }
  dues.sort((a, b) => a.at.getTime() - b.at.getTime());
  const named = dues.flatMap(({ name, at }) => {
    const label = inBoth(office.speech.languages, ({ duties }) => duties[name]?.ahead);
    return label === undefined ? [] : [{ name, landmark: { at: at.toISOString(), label } }];
  });
  const meeting = named.find(({ name }) => name.startsWith('meeting.open.'));
  const marks = named.slice(0, mostShown).map(({ landmark }): Landmark => landmark);
  if (meeting !== undefined) {
    const main = { ...meeting.landmark, button: inBoth(guideWords, guide => guide.nextMeeting) };
    const at = named.indexOf(meeting);
    marks.splice(at, at < mostShown ? 1 : 0, main);
  }
  return [...marks, await nextMorning(office, now)].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

async function nextMorning(office: Office, now: Date): Promise<Landmark> {
  const { hours, zone } = office.settings;
  const calendar = await departmentCalendar(office);
  const time = timeOf(Math.max(0, minutesOf(hours.morning[0]) - early));
  const at = instantOf(calendar.nextWorkday(todayOf(office, now)), time, zone);
  return {
    at: at.toISOString(),
    label: inBoth(guideWords, guide => guide.nextMorningIs),
    button: inBoth(guideWords, guide => guide.nextMorning(time.replace(/^0/, ''))),
  };
}
