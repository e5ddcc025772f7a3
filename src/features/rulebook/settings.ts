/** What the rulebook says of the whole; it stands at the top of its file, beside no article. */
import { z } from 'zod';
import { AMOUNT_UNITS, fen, yuan } from '../../kernel/money.ts';

export const rulebookSettings = z.object({
  /** 8.1: the most a manager or supervisor decides for one person and one incident, in fen; the limit itself is within. */
  authorityLimit: z.int().min(1).transform(fen).default(yuan(300)).meta({ article: 'none' }),
  /** What its amounts are in. */
  unit: z.enum(AMOUNT_UNITS).default('yuan').meta({ article: 'none' }),
});

type Own = z.output<typeof rulebookSettings>;

declare module '../../kernel/settings.ts' {
  interface Settings extends Own {}
}
