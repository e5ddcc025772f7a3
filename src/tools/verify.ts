/**
 * `npm run verify`: walks the chain over decisions and money and names the first entry that is not as it was; then
 * compares what stands in the tables with what the record says, and names the first row that differs.
 */
import { features } from '../features.ts';
import { recordedBy, unchainedBy } from '../office/collected.ts';
import { type Break, checkChain, numberOfHash } from '../store/chainCheck.ts';
import { checkRows, type Difference } from '../store/rowCheck.ts';
import { fail, say, toolWords, withDatabase } from './terminal.ts';

const { verify: words } = toolWords();

const posted = headIn(process.argv.slice(2));
if (posted === null) fail(words.usage, 2);

await withDatabase(
  async ({ read, description }) => {
    const { head, found } = await checkChain(read, { unchained: unchainedBy(features) });
    if (found !== null) fail(`${words.broken(description, told(found))}\n`, 1);
    const difference = await checkRows(read, recordedBy(features));
    if (difference !== null) fail(`${words.differs(description, toldOf(difference))}\n`, 1);
    say(words.whole(head.number, description));
    say(words.headIs(head.hash));
    if (head.after > 0) say(words.older(head.after));
    if (posted === undefined) return;
    const number = await numberOfHash(read, posted);
    if (number === null) fail(`${words.notAsPosted(posted)}\n`, 1);
    say(words.asPosted(number, head.number - number));
  },
  { migrates: false },
);

/** Undefined when none was given, null for anything that is not understood. */
function headIn(words: string[]): string | undefined | null {
  if (words.length === 0) return undefined;
  const [option, hash = '', ...rest] = words;
  return option === '--head' && rest.length === 0 && /^[0-9a-f]{16,64}$/i.test(hash) ? hash.toLowerCase() : null;
}

function told(found: Break): string {
  const { altered, chain } = words.unbroken;
  switch (found.what) {
    case 'altered':
      return `${words.altered(found.number, found.seq)}${words.gap}${altered}`;
    case 'removed':
      return `${words.removed(found.number, found.seq)}${words.gap}${altered}`;
    case 'missing':
      return `${words.missing(found.number)}${words.gap}${altered}`;
    case 'cut':
      return `${words.cut(found.number, found.last)}${words.gap}${found.number === found.last ? altered : words.unbroken.several}`;
    case 'head':
      return words.head(found.number);
    case 'added':
      return `${words.added(found.seq)}${words.gap}${chain}`;
  }
}

function toldOf({ table, key, ...found }: Difference): string {
  switch (found.what) {
    case 'differs':
      return words.field(key, table, found.field, JSON.stringify(found.present), JSON.stringify(found.recorded));
    case 'gone':
      return words.gone(key, table);
    case 'added':
      return words.foreign(key, table);
  }
}
