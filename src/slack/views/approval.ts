/** Views of approval. */
import type { ApprovalNotices } from '../../domain/notice/approval.ts';
import type { Drawings } from '../notice.ts';

export const approvalNotices = {} as Drawings<ApprovalNotices>;
