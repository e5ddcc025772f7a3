/** One incident: several people, or several articles, filed together and decided apart (8.1 stays per person and day). */
import type { CivilDate } from '../../kernel/civil.ts';
import { halfWidth } from '../../kernel/halfWidth.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Evidence, linksIn } from './evidence.ts';
import type { ViolationLine } from './line.ts';
import { type Charge, MAX_ACCUSED, mayStandTogether } from './price.ts';

/** What a person enters about an incident: each article is charged to each of the people. */
export interface Incident {
  accusedIds: readonly string[];
  charges: readonly Charge[];
  date: CivilDate;
}

/** One case of it. */
export interface Entered extends Charge {
  accusedId: string;
  date: CivilDate;
}

/** The cases of an incident in the order they are filed: by person, then by article. Or why they are not of one. */
export function entriesOf({ accusedIds, charges, date }: Incident): Entered[] | Refusal {
  if (accusedIds.length > MAX_ACCUSED) return refuse('violation.tooManyPeople', { limit: MAX_ACCUSED });
  const again = accusedIds.find((id, index) => accusedIds.indexOf(id) < index);
  if (again !== undefined) return refuse('violation.personTwice', { accusedId: again });
  const may = mayStandTogether(charges);
  if (may !== true) return may;
  return accusedIds.flatMap(accusedId => charges.map(charge => ({ ...charge, accusedId, date })));
}

const PERSON = /^(?:<@[^>]*>|@[^\s,;:、<@]+)/u;
const BETWEEN = /^\s*(?:(?:and(?![a-z])|[,;、和与及跟&])\s*)?/iu;

/** Whom a line begins with, as typed, and what follows them. The first may stand without a sign; of an empty line nobody. */
export function typedPeople(text: string): { people: string[]; rest: string } {
  const line = halfWidth(text);
  const bare = /^(?!<?@)\S+/u.exec(line)?.[0];
  const people = bare === undefined ? [] : [bare];
  let at = bare?.length ?? 0;
  for (;;) {
    const between = BETWEEN.exec(line.slice(at))?.[0].length ?? 0;
    const next = PERSON.exec(line.slice(at + between))?.[0];
    // Signs in one word are nobody's names.
    if (next === undefined || (people.length > 0 && between === 0))
      return {
        people,
        rest: text
          .slice(at)
          .replace(/^\s*[,，;；、]?\s*(?=\S)/u, '')
          .trim(),
      };
    people.push(next);
    at += between + next.length;
  }
}

/** What a line says behind the people: its articles, the day it names or else was typed on, what happened, and the links in it; `raw` as it arrived. */
export function saidOf(
  { also = [], date, facts, ...first }: ViolationLine,
  typedOn: CivilDate,
  raw: string,
): Pick<Incident, 'charges' | 'date'> & { facts: string; evidence: Evidence[] } {
  return { charges: [first, ...also], date: date ?? typedOn, facts, evidence: linksIn(raw) };
}

/** A command line arrives with names, channels and links in Slack's signs; kept are the words a person typed. */
export function asTyped(text: string): string {
  return text
    .replace(/<[@#][A-Za-z0-9_-]+\|([^>]*)>/gu, (whole, name: string) => `${whole.charAt(1)}${name}`)
    .replace(/<(?:https?|mailto):[^|>]*\|([^>]*)>/gu, '$1')
    .replace(/<((?:https?|mailto):[^|>]*)>/gu, '$1');
}
