/** What the message about a switched article shows. */
import { z } from 'zod';
import type { MessagesOf } from '../../../office/message.ts';
import type { Article, Switch } from '../article.ts';

/** An article that was switched, as it stands. */
export interface Switched {
  article: Article;
  switch: Switch;
}

export interface SwitchMessages {
  /** To the president: what is enforced has changed. */
  'rulebook.switched': Switched & { to: 'off' | 'on' };
}

export const switchRefs = { 'rulebook.switched': z.object({ switchId: z.int(), to: z.enum(['off', 'on']) }) };

declare module '../../../office/message.ts' {
  interface Messages extends MessagesOf<typeof switchRefs, SwitchMessages> {}
}
