/** Views of violation. */
import type { ViolationNotices } from '../../domain/notice/violation.ts';
import type { Drawings } from '../notice.ts';

export const violationNotices: Drawings<ViolationNotices> = {};
