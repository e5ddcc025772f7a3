/** A rulebook's file as it is written: which keys there are and what may stand under them. */
import { z } from 'zod';
import { AMOUNT_UNITS } from '../../kernel/money.ts';
import { POSTS } from '../../member/post.ts';
import { CONSEQUENCES, FOUND, UNITS } from './article.ts';
import { MOST_STEPS } from './ladder.ts';

/** What an article says when its only tier has no name of its own. */
export const ORDINARY = { 'zh-CN': '一般情形', en: 'ordinary case' } as const;

const said = z.string().trim().min(1);
const spoken = z.strictObject({ 'zh-CN': said, en: said });
const bound = z.union([
  z.literal('everyone'),
  z.array(z.enum(POSTS)).min(1),
  z.strictObject({ everyoneBut: z.array(z.enum(POSTS)).min(1) }),
]);
const yuans = z.number().positive().max(1_000_000).multipleOf(0.01);

const tier = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .optional(),
  label: spoken.optional(),
  // A word of a typed line ends at a space or a comma.
  aliases: z.array(z.string().regex(/^[^\s,，、;；]+$/u)).optional(),
  binds: bound.optional(),
  fine: z.union([z.literal('open'), yuans]).optional(),
  compensation: z.literal('open').optional(),
  onRecord: z.literal(true).optional(),
  per: z.enum(UNITS).optional(),
  notice: z.boolean().optional(),
  leadsTo: z.enum(CONSEQUENCES).optional(),
});

const ladder = z.strictObject({
  months: z.int().min(1).max(120).optional(),
  steps: z
    .array(
      z.strictObject({
        fine: yuans.optional(),
        notice: z.boolean().optional(),
        leadsTo: z.enum(CONSEQUENCES).optional(),
      }),
    )
    .max(MOST_STEPS),
});

/** A setting's name, the value it has, and how the article is read by it. */
const settings = z.record(z.string(), z.strictObject({ value: z.unknown(), reading: spoken }));

const article = z.strictObject({
  number: z.string().regex(/^[0-9]{1,2}(\.[0-9]{1,2}){1,2}$/),
  source: said.optional(),
  title: spoken,
  text: spoken,
  alsoCalled: said.optional(),
  inForceFrom: z.iso.date().optional(),
  binds: bound,
  found: z.enum(FOUND).optional(),
  tiers: z.array(tier).optional(),
  ladder: ladder.optional(),
  settings: settings.optional(),
});

/**
 * A level of authority: who decides, up to how much for one person and one incident, and which of them decide about
 * staff only. There are one to four, and the last is the president's, for all that is beyond (8.1, 8.4).
 */
const level = z.strictObject({
  posts: z.array(z.enum(POSTS)).min(1),
  upTo: yuans.optional(),
  staffOnly: z.array(z.enum(POSTS)).optional(),
});

export const rulebookSchema = z.strictObject({
  title: spoken,
  inForceFrom: z.iso.date(),
  unit: z.enum(AMOUNT_UNITS).optional(),
  authority: z.array(level).min(1).optional(),
  sections: z
    .array(
      z.strictObject({
        number: z.int().min(1).max(99),
        source: said.optional(),
        title: spoken,
        articles: z.array(article).min(1),
      }),
    )
    .min(1),
});

export type WrittenLevel = z.output<typeof level>;
export type WrittenTier = z.output<typeof tier>;
export type WrittenLadder = z.output<typeof ladder>;
export type WrittenArticle = z.output<typeof article>;
export type Written = z.output<typeof rulebookSchema>;
