/** What the department may set of the ledger. */
import { z } from 'zod';
import { fineWords } from '../../kernel/fineWord.ts';

export const ledgerSettings = z.object({
  /** Most fen one person is charged in deductions a month; what is above goes on to the next. Null: no cap. */
  ledgerMonthlyCap: z.int().min(1).nullable().default(null).meta({ article: 'none' }),
  /** When, on the first working day of a month, the manager is asked to sign the month before. */
  ledgerTime: z.string().default('10:00').meta({ article: 'none' }),
  /** What a fine is called in the ledger. */
  fineWord: z.enum(fineWords).default('fine').meta({ article: 'none' }),
});

type Own = z.output<typeof ledgerSettings>;

declare module '../../kernel/settings.ts' {
  interface Settings extends Own {}
}
