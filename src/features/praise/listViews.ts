/** Lists of praises, one line each. */
import { chunks } from '@tiaoli/block-kit';
import { amountText } from '../../locales/amount.ts';
import { person, type Reader } from '../../locales/reader.ts';
import { context, inWords, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import { firstOf } from '../../slack/listed.ts';
import type { ListedPraise, OwnPraises } from './messages.ts';
import { praiseLine, praiseMeasure, praiseState } from './views.ts';

export interface ListedPraises {
  of: 'person' | 'own' | 'all';
  praises: readonly ListedPraise[];
  left: number;
}

/** The newest first, with what the reader needs to pick a number; `aboutId` whose list it is. */
export function praiseList({ of, praises, left }: ListedPraises, aboutId: string, reader: Reader): Said {
  const { praise: words, common } = reader.t;
  const who = person(aboutId);
  if (praises.length === 0) return { text: of === 'person' ? words.listEmpty.person(who) : words.listEmpty[of] };
  const title = of === 'person' ? words.listTitles.person(who) : words.listTitles[of];
  const lines = praises.map(
    one =>
      `• ${[praiseLine(one, reader), praiseMeasure(one, reader), person(one.praisedId), `*${praiseState(one, reader)}*`].join(' · ')}`,
  );
  if (left > 0) lines.push(common.more(left));
  const blocks = [...chunks(lines, 2_900).map(section), context(words.listHint)];
  return { text: inWords(title, blocks), blocks: [section(`*${title}*`), ...blocks] };
}

/** Lines of a list in somebody's own record. */
const MOST_OWN = 10;

/** A member's praises of this year in their own record; nothing where there is none. */
export function ownPraiseLines({ praises, sum }: OwnPraises, reader: Reader): string[][] {
  const { own: words } = reader.t.praise;
  if (praises.length === 0) return [];
  const lines = praises.map(one => `• ${[praiseLine(one, reader), praiseMeasure(one, reader)].join(' · ')}`);
  const total = words.total(praises.length, sum === 0 ? null : amountText(sum, reader));
  return [[`*${words.title}*`, total, ...firstOf(lines, MOST_OWN, reader), words.hint]];
}
