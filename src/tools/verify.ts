/**
 * `npm run verify`: walks the chain over decisions and money and names the first entry that is not as it was; then
 * compares what stands in the tables with what the record says, and names the first row that differs.
 */
import { features } from '../features.ts';
import { recordedBy, unchainedBy } from '../office/collected.ts';
import { type Break, checkChain, numberOfHash } from '../store/chainCheck.ts';
import { checkRows, type Difference } from '../store/rowCheck.ts';
import { fail, say, withDatabase } from './terminal.ts';

const usage = `npm run verify                    checks that no decision and no amount on the record was changed
npm run verify -- --head <hash>   compares with a head that was posted in the leaders' channel as well,
                                  whole or the 16 signs the summary shows
`;

const posted = headIn(process.argv.slice(2));
if (posted === null) fail(usage, 2);

await withDatabase(
  async ({ read, description }) => {
    const { head, found } = await checkChain(read, { unchained: unchainedBy(features) });
    if (found !== null) fail(`Not whole, in the ${description}: ${told(found)}\n`, 1);
    const difference = await checkRows(read, recordedBy(features));
    if (difference !== null) fail(`Not as the record says, in the ${description}: ${toldOf(difference)}\n`, 1);
    say(`Whole: ${head.number} ${head.number === 1 ? 'entry' : 'entries'} verified, in the ${description}.`);
    say(`Head: ${head.hash}`);
    if (head.after > 0) say(`Entries of the record up to ${head.after} are older than the chain and not in it.`);
    if (posted === undefined) return;
    const number = await numberOfHash(read, posted);
    if (number === null)
      fail(
        `Not as it was posted: no entry has the hash ${posted}. The chain was made anew since, or this is another database.\n`,
        1,
      );
    const since = head.number - number;
    say(`As posted: that was entry ${number}, and ${since === 0 ? 'nothing was' : `${since} were`} added since.`);
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
  switch (found.what) {
    case 'altered':
      return `entry ${found.number} was altered (row ${found.seq} of record, or its row of chain_link). All before it is as it was.`;
    case 'removed':
      return `entry ${found.number} is missing: row ${found.seq} of record was removed. All before it is as it was.`;
    case 'missing':
      return `entry ${found.number} is missing: its row of chain_link was removed. All before it is as it was.`;
    case 'cut':
      return found.number === found.last
        ? `entry ${found.number} was cut off at the end. All before it is as it was.`
        : `entries ${found.number} to ${found.last} were cut off at the end. All before them is as it was.`;
    case 'head':
      return `the row of chain_head was altered or removed. Entries 1 to ${found.number} agree with each other, but nothing says any more that they are all: compare with a posted head.`;
    case 'added':
      return `row ${found.seq} of record was added beside the chain. All entries of the chain are as they were.`;
  }
}

function toldOf(found: Difference): string {
  const row = `row ${found.key} of ${found.table}`;
  switch (found.what) {
    case 'differs':
      return `${row} has ${found.field} ${JSON.stringify(found.present)}; the record says ${JSON.stringify(found.recorded)}.`;
    case 'gone':
      return `${row} is on the record and was removed.`;
    case 'added':
      return `${row} is not on the record: it was added by hand.`;
  }
}
