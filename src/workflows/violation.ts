/** Workflows of violation. */
import type { ViolationNotices } from '../domain/notice/violation.ts';
import type { Composers } from './ports.ts';

export const violationComposers: Composers<ViolationNotices> = {};
