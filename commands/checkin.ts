/** `/checkin`: clock in or out, see one's own day, and for leaders anybody's. */

import { departmentDay } from '../src/features/attendance/roll.ts';
import { departmentDaySaid } from '../src/features/attendance/rollViews.ts';
import { dayOfSaid, myDaySaid, otherDaySaid, punchedSaid } from '../src/features/attendance/views.ts';
import { attendanceToday } from '../src/features/attendance/workflow.ts';
import { punchAndSignIn } from '../src/features/meeting/entering.ts';
import { signedTooText } from '../src/features/meeting/views.ts';
import { type CivilDate, isCivilDate } from '../src/kernel/civil.ts';
import { halfWidth } from '../src/kernel/halfWidth.ts';
import { isRefusal, type Refusal, refuse } from '../src/kernel/refusal.ts';
import type { Call, Command, CommandCall, Said } from '../src/slack/command.ts';

export const checkin: Command = {
  name: '/checkin',
  words: 'checkin',
  async run(call) {
    const line = halfWidth(call.text).toLowerCase();
    if (line === '' || PUNCH.includes(line)) return punchNow(call);
    if (STATUS.includes(line)) return showMine(call);
    if (TODAY.includes(line)) return showDepartment(call);
    return /^(?:<@[^>]*>|@\S*)$/.test(line) ? showPerson(call) : refuse('attendance.badLine', { text: call.text });
  },
  buttons: { 'attendance.punch': call => punchNow(call, { of: isCivilDate(call.value) ? call.value : null }) },
};

const PUNCH = ['punch', 'now', '打卡'];
const STATUS = ['status', 'me', '状态', '查看', '我的'];
const TODAY = ['today', 'all', '今天', '今日', '部门', '全部门'];

async function punchNow({ office, me, reader }: Call, button?: { of: CivilDate | null }): Promise<Said | Refusal> {
  const result = await punchAndSignIn(office, me, button);
  if (isRefusal(result)) return result;
  if (result.outcome === 'other-day') return otherDaySaid(result, reader);
  const also = result.signedIn.map(signed => signedTooText(signed, reader));
  return punchedSaid(result, reader, also);
}

async function showMine({ office, me, reader }: Call): Promise<Said | Refusal> {
  const facts = await attendanceToday(office, me, me);
  return isRefusal(facts) ? facts : myDaySaid(facts, reader);
}

async function showDepartment({ office, me, reader }: Call): Promise<Said | Refusal> {
  const department = await departmentDay(office, me);
  return isRefusal(department) ? department : departmentDaySaid(department, reader);
}

async function showPerson(call: CommandCall): Promise<Said | Refusal> {
  const { office, me, reader } = call;
  const person = await call.mentioned(halfWidth(call.text), '/checkin ⟦@read⟧');
  if (isRefusal(person)) return person;
  if (person.id === me.id) return showMine(call);
  const facts = await attendanceToday(office, me, person);
  return isRefusal(facts) ? facts : dayOfSaid(facts, reader);
}
