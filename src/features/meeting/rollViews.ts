/** People under headings, as sheets and digests list them, cut to what one message may hold. */
import type { SectionBlock } from '@slack/types';
import { chunks } from '@tiaoli/block-kit';
import type { Reader } from '../../locales/reader.ts';
import { section } from '../../slack/button.ts';

export interface RollGroup {
  label: string;
  /** Mentions or names, safe to stand in mrkdwn. */
  people: readonly string[];
}

/** Names of a line; a section is broken between lines only, so a mention is never cut in two. */
const NAMES_A_LINE = 20;

/** Sections of at most about `room` characters in all; groups without people are left out, long ones say how many more there are. */
export function rollSections(groups: readonly RollGroup[], room: number, reader: Reader): SectionBlock[] {
  const shown = groups.filter(({ people }) => people.length > 0);
  const total = shown.reduce((sum, group) => sum + lengthOf(group), 0);
  const lines = shown.flatMap(group => {
    const share = total <= room ? Number.POSITIVE_INFINITY : Math.floor((room * lengthOf(group)) / total);
    return [`*${group.label}* (${group.people.length})`, ...namesIn(group.people, share, reader)];
  });
  return chunks(lines, 3000).map(section);
}

function namesIn(people: readonly string[], room: number, { t: { common } }: Reader): string[] {
  let left = room;
  const fitting = people.filter(one => {
    left -= one.length + 2;
    return left >= 0;
  });
  const lines: string[] = [];
  for (let at = 0; at < fitting.length; at += NAMES_A_LINE) {
    lines.push(common.joinNames(fitting.slice(at, at + NAMES_A_LINE)));
  }
  return fitting.length < people.length ? [...lines, common.more(people.length - fitting.length)] : lines;
}

function lengthOf({ people }: RollGroup): number {
  return people.reduce((sum, one) => sum + one.length + 2, 0);
}
