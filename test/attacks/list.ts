/** Every attack that was thought of, by the number it is known by, and the test that tries it. */

export interface Attack {
  number: number;
  attack: string;
  /** What must become of it. */
  expected: string;
  /** The file that tries it, and words of the test's name in it; or why there is nothing to try. */
  by: [file: string, name: string] | { nothing: string };
}

const raw = 'test/attacks/raw.test.ts';
const texts = 'test/attacks/texts.test.ts';
const intake = 'test/slack/intake.test.ts';
const privacy = 'test/doors/privacy.test.ts';
const decision = 'test/features/approval/decision.test.ts';
const nonsense = 'test/doors/nonsense.test.ts';
const sender = 'test/office/sender.test.ts';
const noTable = 'nothing is exported as a table: /me, sheets and lists are messages, `npm run export` writes JSON';

const row = (number: number, attack: string, expected: string, ...by: Attack['by'][]): Attack[] =>
  by.map(each => ({ number, attack, expected, by: each }));

export const ATTACKS: readonly Attack[] = [
  ...row(1, 'no signature', '401', [intake, 'no signature']),
  ...row(2, 'a signature of zeros', '401', [intake, 'a signature of zeros']),
  ...row(3, 'a short signature', '401', [intake, 'a short signature']),
  ...row(4, 'another secret', '401', [intake, 'another secret']),
  ...row(5, 'another version of signature', '401', [intake, 'another version']),
  ...row(6, 'a timestamp 301 s old', '401; 299 s are taken', [intake, '301 s old'], [intake, '299 s old']),
  ...row(7, 'a timestamp from the future', '401', [intake, 'a year from the future']),
  ...row(8, 'no time, or no number for it', '401', [intake, 'no number for a time'], [intake, 'no time']),
  ...row(9, 'a body changed after it was signed', '401', [intake, 'a body changed after it was signed']),
  ...row(
    10,
    'one signed check-in replayed 100 times',
    'one punch',
    [raw, 'a hundred times, are one punch'],
    [raw, 'typed again instead'],
  ),
  ...row(12, 'an unsigned ssl_check with a command', '200, nothing run', [intake, 'nothing smuggled along is taken']),
  ...row(13, 'an unsigned url_verification', '401', [raw, 'an unsigned url_verification']),
  ...row(14, 'malformed JSON or payload', '400', [intake, 'signed nonsense'], [intake, 'a signed nonsense payload']),
  ...row(15, 'a signed null', '400, the process lives', [intake, 'signed null'], [intake, 'a signed null payload']),
  ...row(
    16,
    'a payload nested 5,000 deep, or __proto__',
    '400',
    [raw, 'a payload nested 5,000 deep'],
    [raw, '__proto__ as payload'],
  ),
  ...row(11, 'signed, and none of the forms Slack has', '400 at once, the next is served', [
    raw,
    'and the next is served',
  ]),
  ...row(17, '100,000 form parameters', 'refused at once', [raw, '100,000 parameters']),
  ...row(
    18,
    'bodies of 1, 10 and 100 MB',
    '413, not kept in memory',
    [intake, 'a megabyte'],
    [raw, 'ten megabytes'],
    [raw, 'of 100 megabytes are not kept in memory'],
  ),
  ...row(
    19,
    'a body a byte at a time, or never',
    '408 within 10 s',
    [raw, 'that come a byte at a time'],
    [intake, 'a body that never ends'],
  ),
  ...row(20, 'GET, a wrong path, a path with ..', '404', [intake, 'a GET'], [intake, 'another path']),
  ...row(21, 'bytes that are no UTF-8', '400', [raw, 'bytes that are no UTF-8']),
  ...row(
    23,
    'a text far too long',
    'refused with the length',
    [raw, 'a text of a megabyte'],
    [raw, 'a command longer than a line may be'],
  ),
  ...row(24, 'unknown command, button, menu, modal, shortcut', 'said at once', [
    raw,
    'is acknowledged at once, and says so',
  ]),
  ...row(
    25,
    'another team',
    'refused, logged',
    [raw, 'another team'],
    [raw, 'is in the log where it may be an attack'],
  ),
  ...row(26, 'another app', 'refused, logged', [raw, 'another app']),
  ...row(28, 'a bot or somebody who left', 'refused', [raw, 'a bot'], [raw, 'somebody who left']),
  ...row(
    29,
    'a guest or somebody of another team',
    'refused',
    [raw, 'a guest of one channel'],
    [raw, 'a partner met in a shared channel'],
  ),
  ...row(
    30,
    'somebody without a post, or unknown',
    'refused, no row',
    [raw, 'a colleague without a post'],
    [raw, 'an id Slack does not know'],
  ),
  ...row(
    31,
    'approving one’s own matter',
    'refused, on record',
    [privacy, "'their own'"],
    [decision, 'one own matter'],
  ),
  ...row(32, 'a forwarded button pressed without authority', 'refused, on record', [
    privacy,
    'decides nothing, and the try is on record',
  ]),
  ...row(
    33,
    'a leader whose matter it is not',
    'refused',
    [privacy, "'without the post'"],
    [decision, 'the supervisor'],
  ),
  ...row(34, 'more than 300 yuan by a leader', 'goes to the president', [
    'test/features/violation/door.test.ts',
    'goes to the president at 300.01',
  ]),
  ...row(
    35,
    'amounts at and beyond the bounds, and none',
    'said what is right',
    ['test/kernel/money.test.ts', '1e309'],
    [nonsense, '٣٠٠'],
    ['test/features/violation/door.test.ts', 'is within at 300 in two parts'],
  ),
  ...row(
    38,
    'a button’s value that is long, empty or SQL',
    'refused',
    [privacy, "'very long'"],
    [decision, 'a card that does not exist'],
  ),
  ...row(
    39,
    'one button pressed 50 times at once',
    'one decision, others told whose',
    [decision, 'of fifty at the same moment one counts'],
    ['test/features/attendance/doorOnce.test.ts', 'a press delivered twice is one punch'],
  ),
  ...row(
    40,
    'approve and reject at once on three replicas',
    'exactly one',
    ['test/chaos/replicas.test.ts', 'decide a request once'],
    [decision, 'of fifty at the same moment one counts'],
  ),
  ...row(41, 'pressing after it was taken back', 'refused', [decision, 'withdrawn first, it says so']),
  ...row(42, 'a post taken away before the press', 'refused', [
    decision,
    'a post taken away between the card and the click',
  ]),
  ...row(44, 'one modal sent twice', 'one row', [
    'test/features/leave/doorForm.test.ts',
    'sent twice at once is one request',
  ]),
  ...row(45, 'a response_url that is not Slack’s', 'never asked', [raw, 'is never asked']),
  ...row(46, '<!channel> and the like in a text', 'literal', [texts, "'everybody'"]),
  ...row(47, 'mentions in a text', 'literal', [texts, "'a person and a group'"]),
  ...row(48, 'a link in disguise', 'literal', [texts, "'a link in disguise'"]),
  ...row(49, 'marks that would change the layout', 'the layout stays', [
    texts,
    'leaves what stands around it as it is',
  ]),
  ...row(
    51,
    'directions, unseen signs, marks upon marks, a name meant to deceive',
    'not shown',
    [texts, 'shows none of it'],
    [texts, '1,000 combining marks'],
    [texts, 'a name meant to deceive'],
  ),
  ...row(
    52,
    'floods of emoji, line breaks and long words',
    'within Slack’s limits',
    [texts, 'stays within what Slack shows'],
    ['test/doors/limits.test.ts', '60 leaves of one person with reasons of 3,000 characters'],
  ),
  ...row(53, 'a formula as a name in a table', 'not run', { nothing: noTable }),
  ...row(54, 'cells that begin with + - @ or tabs', 'not run', { nothing: noTable }),
  ...row(56, 'the records of others', 'refused', [privacy, 'the records of somebody else']),
  ...row(57, 'SQL in every argument', 'literal', [nonsense, 'DROP TABLE member'], [texts, "'SQL'"], [privacy, "'SQL'"]),
  ...row(58, 'dates that are none', 'said what is right', [nonsense, '2026-02-30']),
  ...row(
    59,
    'spans that end before they begin, last 400 days or lie in 1999',
    'said what is right',
    [nonsense, '1999-01-01'],
    ['test/features/leave/door.test.ts', 'in one line, refused'],
  ),
  ...row(60, 'overlapping leave sent at once', 'one stored', [
    'test/features/leave/door.test.ts',
    'takes two requests for the same days at once only once',
  ]),
  ...row(
    61,
    'a check-in at 07:59:59.999, 08:00, or with a time of one’s own',
    'the server’s clock decides',
    ['test/features/attendance/rules.test.ts', '07:59:59.999'],
    [nonsense, "after('/checkin'"],
  ),
  ...row(63, '1,000 commands of one person in ten seconds', 'limited, the others unaffected', [
    'test/scenario/flood.test.ts',
    'costs the others nothing',
  ]),
  ...row(66, 'the database fails', 'a sentence with a reference, no SQL', [
    'test/scenario/notSaved.test.ts',
    'no word of the database',
  ]),
  ...row(
    67,
    'secrets and reasons in logs',
    'none',
    ['test/scenario/secrets.test.ts', 'stand in none'],
    [privacy, 'keeps them out of metadata'],
  ),
  ...row(
    70,
    '429 with a Retry-After of any shape',
    'honoured, no duplicate',
    ['test/slack/failure.test.ts', 'busy('],
    [sender, 'wait as long as Slack asks'],
  ),
  ...row(
    71,
    'Slack answers that it can never be',
    'given up, leaders told',
    [sender, 'end at once when it can never be sent'],
    [sender, 'for good are told to the leaders'],
  ),
  ...row(
    72,
    'Slack takes it and its answer is lost',
    'one message',
    [sender, 'the message is looked for'],
    ['test/scenario/outage.test.ts', 'costs nobody a message and brings nobody two'],
  ),
  ...row(
    73,
    'the database is away during /leave',
    'reads "not saved"',
    ['test/scenario/notSaved.test.ts', 'a server that goes away'],
    ['test/scenario/notSaved.test.ts', 'a database that is slow'],
  ),
  ...row(
    74,
    'the commit fails',
    'rejected, not called saved',
    ['test/scenario/notSaved.test.ts', 'at the commit'],
    ['test/store/database.test.ts', 'rejects when the commit fails'],
  ),
  ...row(
    75,
    'killed between the commit and its answer',
    'stored once',
    ['test/main.test.ts', 'keeps what was acknowledged when it is killed'],
    ['test/chaos/failpoints.test.ts', 'FAILPOINTS'],
  ),
  ...row(
    76,
    'the clock an hour back or days ahead',
    'nothing twice, missed on record',
    ['test/scheduler/tick.test.ts', 'set back an hour brings nothing twice'],
    ['test/scheduler/tick.test.ts', 'forty days ahead brings no burst'],
  ),
  ...row(77, 'a second process on the folder', 'does not start, names the first', [
    'test/store/lock.test.ts',
    'refuses a second process and names the first',
  ]),
  ...row(
    79,
    'another zone of machine or session',
    'instants right, or no start',
    ['test/store/database.test.ts', 'stores instants in UTC whatever the zone'],
    ['test/store/database.test.ts', 'refuses a session whose zone'],
  ),
  ...row(
    68,
    'a row of the record altered by SQL',
    'named by npm run verify',
    ['test/tools/verify.test.ts', 'names the first row that was altered'],
    ['test/store/chain.test.ts', 'the end cut off'],
  ),
  ...row(
    78,
    'the disk fills up',
    'told before; nothing is called saved that is not',
    ['test/tools/backup.test.ts', 'tells once that the disk is nearly full'],
    ['test/scenario/notSaved.test.ts', 'at the commit'],
  ),
];
