/** Every example of every command, typed as it stands by the person who reads it, on days that are awkward. */
import { expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { type Department, openDepartment } from '../../support/department.ts';

/** What the day or the hour decides cannot be tried in a fresh department. */
const OF_THE_HOUR = /^\/checkin|^\/meeting (?:signin|report|签到|汇报)/u;
/** What names a number stands in the help only as long as nothing else was done with it, such as the line before. */
const NUMBERED = /^\/(?:handover|violation|praise|leave|trip) \p{L}+ \d+\b/u;

/** None of whom the first example of `/post` takes a post from: whoever lost it may do nothing any more. */
const READERS = [
  ['presales2', 'zh-CN'],
  ['manager', 'en-US'],
  ['aftersales1', 'en-US'],
  ['deputy', 'zh-CN'],
] as const;
/** On each day somebody else of them comes first: what one did changes what the next can do. */
const DAYS = ['2026-12-31T09:00', '2027-02-04T18:00', '2026-12-05T10:00', '2026-09-30T07:40'].map(
  (at, first) => [at, [...READERS.slice(first), ...READERS.slice(0, first)]] as const,
);
/** Said in the form that opens: what cannot be chosen there. */
const IN_THE_FORM: Readonly<Record<string, string>> = { '/handover': 'handover.nobodyElse' };

/** Writes down every refusal that is put into words from now on. */
function watchRefusals({ application }: Department): string[] {
  const refused: string[] = [];
  for (const { refusals } of Object.values(application.office.speech.languages)) {
    const words = refusals as Record<string, (params: never) => string>;
    for (const [code, say] of Object.entries(words)) {
      words[code] = params => {
        refused.push(code);
        return say(params);
      };
    }
  }
  return refused;
}

it.each(DAYS)('on %s', async (at, readers) => {
  const department = await openDepartment({ at });
  try {
    const refused = watchRefusals(department);
    const wrong: string[][] = [];
    let before = 0;
    for (const [user, locale] of readers) {
      const lines = await examplesOf(department, user, locale);
      expect(lines.length).toBeGreaterThan(15);
      expect(lines.join('\n')).not.toMatch(/[⟦⟧]|YYYY|@name/u);
      for (const line of lines.filter(each => !OF_THE_HOUR.test(each))) {
        if (NUMBERED.test(line) && !(await helpOf(department, user, line.split(' ')[0] ?? '')).includes(line)) continue;
        const answer = await department.as(user).does(line);
        const refusals = refused.slice(before).filter(code => code !== IN_THE_FORM[line]);
        if (refusals.length > 0) wrong.push([user, line, answer]);
        before = refused.length;
      }
    }
    expect(wrong).toEqual([]);
  } finally {
    await department.close();
  }
});

async function examplesOf(department: Department, user: string, locale: 'zh-CN' | 'en-US'): Promise<string[]> {
  const person = department.as(user);
  await person.locale(locale);
  const lines: string[] = [];
  for (const { name } of commands) lines.push(...(await helpOf(department, user, name)));
  return lines;
}

async function helpOf(department: Department, user: string, name: string): Promise<string[]> {
  const help = await department.as(user).command(`/help ${name.slice(1)}`);
  return [...help.matchAll(/^`(\/[^`]+)`/gmu)].map(([, line = '']) => line);
}
