/** The bot's own troubles, as leaders read them: what did not arrive or was missed, why, and what to do. */
import { escapeMrkdwn, fit as fitted } from '@tiaoli/block-kit';
import { day, moment, person, type Reader } from '../../locales/reader.ts';
import { context, inWords, section } from '../../slack/button.ts';
import type { Said } from '../../slack/command.ts';
import type { Drawings } from '../../slack/drawing.ts';
import type { Missed, TroubleMessages, Undelivered } from './messages.ts';

/** Of a section's 3,000 characters, for the recipients or the duties. */
const listMax = 2_400;

export const troubleDrawings: Drawings<keyof TroubleMessages> = {
  'trouble.undelivered'(undelivered, reader) {
    const { trouble: words } = reader.t;
    const { why, remedy } = remedyOf(undelivered, reader);
    const lines = undelivered.recipients.map(one => `• ${words.count(nameOf(one), one.count)}`);
    return said(words.undeliveredTitle, ':warning:', [why, listed(lines, reader), `*${remedy}*`], words.afterwards);
  },
  'trouble.token'({ code, from, until }, reader) {
    const { trouble: words } = reader.t;
    const why = words.tokenWhy(escapeMrkdwn(code), moment(from, reader), moment(until, reader));
    return said(words.tokenTitle, ':electric_plug:', [why], words.tokenHint);
  },
  'trouble.leaders'({ why, channel }, reader) {
    const { trouble: words } = reader.t;
    const named = words.leadersWhy[why](nameOf({ recipient: '#leaders', channel, count: 0 }));
    return said(words.leadersTitle, ':lock:', [named, `*${words.leadersRemedies[why]}*`], words.afterwards);
  },
  'trouble.missed'({ duties }, reader) {
    const { trouble: words } = reader.t;
    const lines = duties.map(duty => `• ${missedLine(duty, reader)}`);
    return said(words.missedTitle, ':hourglass:', [words.missedWhy, listed(lines, reader)], words.missedHint);
  },
  'trouble.backup'({ date, folder, trouble }, reader) {
    const { trouble: words } = reader.t;
    const remedy = words.backupRemedies[trouble](escapeMrkdwn(folder));
    return said(
      words.backupTitle,
      ':floppy_disk:',
      [words.backupWhy(day(date, reader)), `*${remedy}*`],
      words.backupHint,
    );
  },
  'trouble.disk'({ freeMb, boundMb, folder }, { t: { trouble: words } }) {
    const remedy = words.diskRemedy(folder === null ? null : escapeMrkdwn(folder));
    return said(words.diskTitle, ':floppy_disk:', [words.diskWhy(freeMb, boundMb), `*${remedy}*`], words.diskHint);
  },
  'trouble.clock'({ kind, from, to, lastedMinutes }, reader) {
    const { trouble: words } = reader.t;
    const [was, is] = [moment(from, reader), moment(to, reader)];
    const back = to < from;
    const why = kind === 'set' ? words.clockSet(was, is) : words.clockWrong(was, is, lastedMinutes);
    const after = kind === 'wrong' ? words.clockWaited : words.clockAfter[back ? 'back' : 'ahead'];
    return said(words.clockTitle, ':mantelpiece_clock:', [why, `*${words.clockRemedy}*`], after);
  },
  'trouble.restored'({ since, outdated, redrawn, left }, reader) {
    const { trouble: words } = reader.t;
    const found = [
      words.restoredFound(outdated),
      ...(redrawn > 0 ? [words.restoredRedrawn(redrawn)] : []),
      ...(left > 0 ? [words.restoredLeft(left)] : []),
    ];
    const parts = [words.restoredWhy(moment(since, reader)), found.join('\n'), `*${words.restoredRemedy}*`];
    return said(words.restoredTitle, ':rewind:', parts, words.restoredHint);
  },
};

/** Stands in the place of a message that was said after a backup which was restored since. */
export function outdatedMessage({ t }: Reader): Said {
  return { text: t.trouble.outdated, blocks: [section(t.trouble.outdated)] };
}

function said(title: string, icon: string, parts: string[], hint: string): Said {
  const blocks = [section(`${icon} *${title}*`), ...parts.map(section), context(hint)];
  return { text: inWords(title, blocks.slice(1)), blocks };
}

function remedyOf({ cause, code, scope }: Undelivered, { t }: Reader): { why: string; remedy: string } {
  const { causes } = t.trouble;
  if (cause === 'scope') return causes.scope(scope);
  return cause === 'other' ? causes.other(code) : causes[cause]();
}

/** A channel set by its name cannot be linked to without its id. */
function nameOf({ recipient, channel }: Undelivered['recipients'][number]): string {
  if (channel === null) return person(recipient);
  return /^[CG][A-Z0-9]{8,}$/.test(channel) ? `<#${channel}>` : escapeMrkdwn(`#${channel.replace(/^#/, '')}`);
}

function missedLine({ duty, from, to, count }: Missed['duties'][number], reader: Reader): string {
  const { trouble: words } = reader.t;
  const name = reader.t.duties[duty]?.missed ?? duty;
  if (count === 1) return words.missedOnce(name, day(from, reader));
  return words.missedTimes(name, day(from, reader), day(to, reader), count);
}

function listed(lines: readonly string[], { t }: Reader): string {
  return fitted(lines, { max: listMax, more: t.common.more });
}
