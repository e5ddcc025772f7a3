/** Views of violation. */
import type { CaseFacts, ViolationNotices } from '../../domain/notice/violation.ts';
import type { Reader } from '../../locales/reader.ts';
import type { Drawings } from '../notice.ts';

export const violationNotices: Drawings<ViolationNotices> = {};

/** One line: number, article, person's amount. */
export function caseLine(facts: CaseFacts, _reader: Reader): string {
  return `#${facts.id}`;
}

/** All an approver needs to decide a case. */
export function caseLines(facts: CaseFacts, reader: Reader): string {
  return caseLine(facts, reader);
}
