/** English: what the administrator's commands say at a terminal. */
import type { words as chinese } from './words.zh-CN.ts';

const running = (pid: number) => `The bot is running (process ${pid}). Stop it first (kill ${pid})`;
const several = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export const words: typeof chinese = {
  settingsWrong: 'These settings are wrong:',
  noDatabase: folder => `There is no database in ${folder}.`,
  tooOld: 'This database is older than the program. Start the bot once, which brings it up to date.',
  taken: pid =>
    `The bot is running (process ${pid}) and an embedded database belongs to one process.\nStop it (kill ${pid}), run this again, and start it: nothing that waits is lost by that.`,
  nobody: id => `Nobody with the id ${id} was ever seen.`,
  doctor: { usage: 'npm run doctor, or npm run doctor -- --live' },
  rulebook: {
    usage: `npm run rulebook -- check <file>          says whether a rulebook is right, and what is wrong on which line
npm run rulebook -- export                prints the department's regulation as it is in force today
npm run rulebook -- export --to <file>    writes it into a new file
npm run rulebook -- import <file>         says what the file would change of it
npm run rulebook -- import <file> --from YYYY-MM-DD --yes
                                          changes it from that day on; without a day, from today on
`,
    unreadable: (file, why) => `${file} cannot be read: ${why}`,
    wrong: file => `${file} cannot be a rulebook yet:`,
    right: (file, sections, articles, fileable) =>
      `${file} is right: ${several(articles, 'article', 'articles')} in ${several(sections, 'section', 'sections')}, ${fileable} of which can be broken. A department that has no regulation yet begins with it by RULEBOOK_FILE.`,
    none: 'No regulation was loaded yet. Start the bot once.',
    unwritten: (file, why) => `${file} was not written: ${why}`,
    done: file => `The regulation is in ${file}.`,
    notBrought: {
      past: (from, today) =>
        `${from} is over, and cases of that day are judged as they were. Give ${today} or a later day.`,
      coming: (number, from) =>
        `Article ${number} has a version from ${from} on, which this file would hide. Give --from ${from} or a later day.`,
      unit: 'There are cases, whose amounts are in the present unit. The unit is not changed; put it back in the file.',
    },
    same: file => `${file} says what is in force already. Nothing is to be changed.`,
    would: from => `Would be changed from ${from} on:`,
    brought: from => `Changed from ${from} on:`,
    title: (before, after) => `title: ${before} → ${after}`,
    unit: (before, after) => `unit: ${before} → ${after}`,
    levels: (before, after) => `who decides: ${before} → ${after}`,
    added: article => `new: ${article}`,
    changed: article => `changed: ${article}`,
    otherParts: 'section, source or other names',
    gone: article => `no longer in force: ${article}`,
    setting: (name, article, before, after) => `setting ${name} (${article}): ${before} → ${after}`,
    notSet: 'not in the file',
    overtaken: numbers =>
      `Amendments of ${numbers} wait for the president. They begin from the version before and cannot be signed then.`,
    notYet: 'Nothing is changed yet; repeat with --yes. Title, settings and who decides then change at once.',
    asked: count =>
      `It is on the record. ${several(count, 'person is', 'people are')} asked to read what binds them, once the bot runs.`,
    restart: 'Restart the bot: it reads settings, who decides and the unit at its start.',
  },
  verify: {
    usage: `npm run verify                    checks that no decision and no amount was changed, on the record or in the tables
npm run verify -- --head <hash>   compares with a head that was posted in the leaders' channel as well,
                                  whole or the 16 signs the summary shows
`,
    broken: (where, what) => `Not whole, in the ${where}: ${what}`,
    gap: ' ',
    unbroken: {
      altered: 'All before it is as it was.',
      several: 'All before them is as it was.',
      chain: 'All entries of the chain are as they were.',
    },
    altered: (number, seq) => `entry ${number} was altered (row ${seq} of record, or its row of chain_link).`,
    removed: (number, seq) => `entry ${number} is missing: row ${seq} of record was removed.`,
    missing: number => `entry ${number} is missing: its row of chain_link was removed.`,
    cut: (first, last) =>
      first === last
        ? `entry ${first} was cut off at the end.`
        : `entries ${first} to ${last} were cut off at the end.`,
    head: number =>
      `the row of chain_head was altered or removed. Entries 1 to ${number} agree with each other, but nothing says any more that they are all: compare with a posted head.`,
    added: seq => `row ${seq} of record was added beside the chain.`,
    differs: (where, what) => `Not as the record says, in the ${where}: ${what}`,
    field: (row, table, field, present, recorded) =>
      `row ${row} of ${table} has ${field} ${present}; the record says ${recorded}.`,
    gone: (row, table) => `row ${row} of ${table} is on the record and was removed.`,
    foreign: (row, table) => `row ${row} of ${table} is not on the record: it was added by hand.`,
    whole: (count, where) => `Whole: ${several(count, 'entry', 'entries')} verified, in the ${where}.`,
    headIs: hash => `Head: ${hash}`,
    older: seq => `Entries of the record up to ${seq} are older than the chain and not in it.`,
    notAsPosted: hash =>
      `Not as it was posted: no entry has the hash ${hash}. The chain was made anew since, or this is another database.`,
    asPosted: (number, since) =>
      `As posted: that was entry ${number}, and ${since === 0 ? 'nothing was' : `${since} were`} added since.`,
  },
  backup: {
    usage: `npm run backup                   copies the database into BACKUP_DIR
npm run backup -- --to <file>    copies it into that file
`,
    exists: file => `${file} is there already.`,
    silent: pid =>
      `Process ${pid} has the database and does not answer. Stop it (kill ${pid}), run this again, and start it.`,
    fault: reason => `The bot could not make it: ${reason}`,
    done: (rows, file) =>
      `${rows} rows are in ${file}, read back and found whole. npm run restore -- <file> restores it.`,
  },
  restore: {
    usage: `npm run restore -- <file>            makes the database of DATA_DIR (or DATABASE_URL) from a backup, where there is none
npm run restore -- <file> --force    moves the one in DATA_DIR aside first; nothing is deleted
`,
    forceOnServer: '--force is for the embedded database; on a server give an empty database.',
    done: (rows, at) =>
      `${rows} rows of ${at} are restored, every table compared with the backup.\nNew numbers begin after a gap, so that none given since the backup is given again.`,
    running: pid => `${running(pid)}.`,
    nothing: reason => `Nothing was restored: ${reason}`,
    exists: folder => `there is a database in ${folder}; with --force it is moved aside, not deleted.`,
    aside: path => `The database that was there is in ${path}.`,
  },
  move: {
    usage: `npm run move -- <DATABASE_URL>    copies the embedded database of DATA_DIR to an empty one on a server
Without an address the one set as DATABASE_URL is taken; so no password stands in the list of processes.
`,
    running: pid => `${running(pid)}, so that nothing changes meanwhile.`,
    nothing: reason => `Nothing was moved: ${reason}`,
    columns: ['table', 'rows', 'sha256, the same on both'],
    done: (rows, folder) =>
      `${rows} rows are moved. Set DATABASE_URL to the address given here and start the bot;\nthe embedded database in ${folder} is as it was, and is not written to any more then.`,
  },
  outbox: {
    usage: `npm run outbox                     lists what waits and what was given up
npm run outbox -- retry <id|all>   has what was given up sent again
npm run outbox -- drop <id>        lets a message go
`,
    none: 'Nothing waits, and nothing was given up.',
    columns: ['id', 'state', 'age', 'to', 'what', 'attempts', 'error'],
    states: {},
    update: what => `${what} (update)`,
    seeLog: 'see the log',
    minutes: count => `${count} min`,
    hours: count => `${count} h`,
    days: count => `${count} d`,
    dropped: id => `Message ${id} will not be sent.`,
    unknown: id => `There is no message ${id} waiting or given up; npm run outbox lists them.`,
    noneRevived: 'Nothing of that was given up; npm run outbox lists what there is.',
    revived: count =>
      `${several(count, 'message goes', 'messages go')} out again; a bot that is running looks every few seconds.`,
  },
  export: {
    usage: `npm run --silent export -- <member id>   everything stored about a member, as JSON
npm run export -- <member id> --to <file>  writes it to a new file that only you can read
`,
    unwritten: (file, reason) => `${file} could not be written: ${reason}`,
    done: (id, file) => `Everything about ${id} stands in ${file}. Hand it over and delete it.`,
  },
  erase: {
    usage: `npm run erase -- <member id>         says what would be erased
npm run erase -- <member id> --yes   erases it
`,
    name: 'name and handle',
    done: id => `Erased of ${id}:`,
    kept: 'Kept: who, what and when, how it was decided, and the amounts. The erasure is on the record.',
    would: id => `Would be erased of ${id}:`,
    notYet:
      'Nothing is erased yet, and nothing brings it back. Export it first if they want it, then repeat with --yes.',
    active: id => `${id} is still in the team: deactivate the account in Slack first.`,
    posts: (id, posts) => `${id} still holds a post (${posts}): take it back with /post first.`,
    matters: (id, count) =>
      `Something of ${id} still waits for a decision (${count}): have it decided or withdrawn first.`,
  },
  manifest: {
    usage:
      'Give no argument for Socket Mode, or the address Slack shall deliver to: npm run manifest -- --http https://bot.example.com/slack/events',
    settingsWrong: 'With these settings there is no manifest:',
  },
  appoint: {
    usage: `npm run appoint -- president @<member id>      gives the president's post to somebody, once the president has left
npm run appoint -- manager @<member id>        the same for the department manager
npm run appoint -- <post> @<member id> --yes   also while whoever holds it is still there
`,
    held: (post, names) =>
      `The post of ${post} is held by ${names}, who is still there, so nothing was changed. Repeat with --yes to change it.`,
    done: (who, post) => `${who} is ${post} now.`,
    before: names => `The post was taken from ${names}.`,
    told: 'It is on the record; the bot tells them and the leaders once it runs.',
  },
};
