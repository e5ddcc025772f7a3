/** What the department may set of approvals. Every default is the regulation's figure, or what stands written beside it. */
import { z } from 'zod';

export const approvalSettings = z.object({
  /** When approvers are reminded and matters passed on. */
  approvalReminderTime: z.string().default('09:00').meta({ article: 'none' }),
  /** How many working days after a decision whoever took it may take it back; who stands above them always may. */
  undoWorkdays: z.int().min(0).max(60).default(1).meta({ article: '8.1' }),
});

type Own = z.output<typeof approvalSettings>;

declare module '../../kernel/settings.ts' {
  interface Settings extends Own {}
}
