/** What the rulebook says of the whole; it stands at the top of its file, beside no article. */
import { z } from 'zod';
import { AMOUNT_UNITS } from '../../kernel/money.ts';
import { type Level, MOST_LEVELS, POSTS, USUAL_LEVELS } from '../../member/post.ts';

const posts = z.array(z.enum(POSTS)).readonly();
const level: z.ZodType<Level> = z.object({ posts, upTo: z.int().min(1).nullable(), staffOnly: posts });

export const rulebookSettings = z.object({
  /** 8.1, 8.4: who decides up to how much for one person and one incident, the lowest first. */
  authority: z.array(level).min(1).max(MOST_LEVELS).readonly().default(USUAL_LEVELS).meta({ article: 'none' }),
  /** What its amounts are in. */
  unit: z.enum(AMOUNT_UNITS).default('yuan').meta({ article: 'none' }),
});

type Own = z.output<typeof rulebookSettings>;

declare module '../../kernel/settings.ts' {
  interface Settings extends Own {}
}
