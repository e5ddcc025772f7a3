/** People who go on working in a chaos run: they ask for leave, and type again what was lost on the way. */
import { setTimeout as pause } from 'node:timers/promises';
import { type House, STAFF } from './house.ts';

/** A request for leave that somebody was told is there. */
export interface Acknowledged {
  user: string;
  day: string;
}

const FIRST_DAY = '2027-03-01';
/** What the bot says of a request it took, and of one it has already. */
const IS_THERE = /已提交|重叠/;

/** Everybody asks for a day after the other, each until they are told that it is there; answers with those. */
export async function askForLeave(house: House, over: () => boolean): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  await Promise.all(
    STAFF.map(async user => {
      for (let day = FIRST_DAY; !over(); day = nextWeekday(day)) {
        let told = false;
        while (!told && !over()) {
          const { text } = await house.type(user, `/askleave ${day} ${day} other family`);
          told = text.includes(day) && IS_THERE.test(text);
          await pause(150);
        }
        if (told) acknowledged.push({ user, day });
      }
    }),
  );
  return acknowledged;
}

/** How many were told wrongly that theirs is there, and how many are there more than once. */
export async function auditLeave(house: House, acknowledged: Acknowledged[]): Promise<{ lost: number; twice: number }> {
  const rows = await house.sql<{ key: string; n: number }>(
    `SELECT "memberId" || ' ' || "from" AS key, count(*)::int AS n FROM leave GROUP BY 1`,
  );
  const there = new Set(rows.map(({ key }) => key));
  return {
    lost: acknowledged.filter(({ user, day }) => !there.has(`${user} ${day}`)).length,
    twice: rows.filter(({ n }) => n > 1).length,
  };
}

function nextWeekday(day: string): string {
  const next = new Date(Date.parse(day) + 86_400_000);
  const isWeekend = next.getUTCDay() === 0 || next.getUTCDay() === 6;
  const date = next.toISOString().slice(0, 10);
  return isWeekend ? nextWeekday(date) : date;
}
