/** Views of member. */
import type { MemberNotices } from '../../domain/notice/member.ts';
import type { Drawings } from '../notice.ts';

export const memberNotices: Drawings<MemberNotices> = {};
