/** The figures of a chaos run, named for the table of promises. */
import type { ChaosFigures } from './run.ts';

export function countsOf(where: string, figures: ChaosFigures): Record<string, number> {
  const { occurrences, kills, freezes, connectionsCut, clockJumps, mishaps } = figures;
  const { missing, duplicates, acknowledged, lost, twice } = figures;
  const all = {
    occurrences,
    kills,
    freezes,
    'connections cut': connectionsCut,
    'clock jumps': clockJumps,
    'mishaps of Slack': mishaps,
    missing,
    duplicates,
    'requests acknowledged': acknowledged,
    'of them lost': lost,
    'of them stored twice': twice,
  };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [`${where}: ${name}`, value]));
}
