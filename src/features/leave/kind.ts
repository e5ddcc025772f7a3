/** What leave there is. */

/** What somebody is away for; 'trip' is a business trip (出差), all others are leave. */
export type LeaveKind = (typeof LEAVE_KINDS)[number];

export const LEAVE_KINDS = [
  'annual', // 年假
  'personal', // 事假
  'sick', // 病假
  'marriage', // 婚假
  'maternity', // 产假
  'paternity', // 陪产假
  'bereavement', // 丧假
  'compensatory', // 调休
  'other', // 其他
  'trip', // 出差
] as const;
