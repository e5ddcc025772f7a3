/** Cuts, cleans and gathers text so that it fits into Block Kit and shows what was typed, nothing more. */

const ELLIPSIS = '…';
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * At most max characters (UTF-16 units, the count Slack cannot find larger); what is cut ends in an ellipsis. Never
 * cuts within a character a reader sees as one, nor within `&amp;`, `&lt;` or `&gt;`, so it may follow an escape, nor
 * within a mention like `<@U1>`.
 */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  return text.slice(0, boundary(text, max - ELLIPSIS.length)).trimEnd() + ELLIPSIS;
}

/** For our own words within mrkdwn: the three characters Slack asks to be escaped, and only these. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * For words people typed, within mrkdwn: shown as they were typed, without effect. Cleaned as `plain` does, then
 * - `& < >` are escaped, so there is no link, no mention and no `<!channel>`;
 * - `` * _ ~ ` `` and a `>` that begins a line become their fullwidth twins (＊ ＿ ～ ｀ ＞): they look alike and cannot
 *   format. An invisible space beside them would not do, as Slack takes that for the edge of a word, where formatting
 *   begins. `*`, `_` and `~` between ASCII letters or digits cannot format and stay (`tb_1234`, `3*5`);
 * - `@here` and its like get a zero-width space after the `@`, as Slack may link bare names in mrkdwn.
 * The result may be up to five times as long: clip it afterwards.
 */
export function neutral(text: string): string {
  const quiet = clean(text)
    .replace(/^([^\S\n]*)(>+)/gmu, (_, space: string, marks: string) => space + fullwidth(marks))
    .replace(/`+/gu, fullwidth)
    .replace(/[*_~]+/gu, (marks, at: number, all: string) => (isWithinWord(all, at, marks) ? marks : fullwidth(marks)))
    .replace(/@(?=here|channel|everyone|group)/giu, '@\u200b');
  return escapeMrkdwn(quiet);
}

/**
 * For words people typed, as the text of a `plain_text` object: without control characters and direction overrides, at
 * most max characters, and a dash where nothing is left, as Slack refuses a whole message for one empty text.
 */
export function plain(text: string, max: number): string {
  const seen = clean(text).trim();
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(seen) ? clip(seen, max) : '–';
}

/**
 * The lines joined into texts of at most max characters each, in order, nothing lost: a line that is itself longer is
 * continued in the next text. Texts of white space only are left out, as Slack refuses them.
 */
export function chunks(lines: readonly string[], max: number): string[] {
  const texts: string[] = [];
  let current: string | undefined;
  for (const piece of lines.flatMap(line => pieces(line, max))) {
    const joined = current === undefined ? piece : `${current}\n${piece}`;
    if (joined.length <= max) {
      current = joined;
      continue;
    }
    if (current !== undefined) texts.push(current);
    current = piece;
  }
  if (current !== undefined) texts.push(current);
  return texts.filter(one => one.trim() !== '');
}

/**
 * As many whole lines as fit into max characters, and if not all do, `more` with the number of lines left out as the
 * last line. When not even the first line fits, it is clipped. For more text than one object holds, fit into the
 * message's room first and then cut: `chunks(fit(lines, { max: 9000, more }).split('\n'), 3000)`.
 */
export function fit(
  lines: readonly string[],
  { max, more, separator = '\n' }: { max: number; more: (left: number) => string; separator?: string },
): string {
  const whole = lines.join(separator);
  if (whole.length <= max) return whole;
  let length = lines.reduce((sum, line) => sum + line.length + separator.length, 0);
  for (let shown = lines.length - 1; shown > 0; shown -= 1) {
    length -= (lines[shown]?.length ?? 0) + separator.length;
    const last = more(lines.length - shown);
    if (length + last.length <= max) return [...lines.slice(0, shown), last].join(separator);
  }
  const first = lines[0] ?? '';
  if (lines.length === 1) return clip(first, max);
  const last = more(lines.length - 1);
  const room = max - last.length - separator.length;
  return room > 1 ? clip(first, room) + separator + last : clip(more(lines.length), max);
}

/**
 * Text with one kind of line break and without what is unseen and does harm: control characters, half characters,
 * direction overrides and isolates, invisible fillers (those that join emoji or Persian letters stay), heaps of more
 * than four combining marks on one letter, and more than one empty line in a row.
 */
function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(
      /[\u00ad\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/gu,
      '',
    )
    .replace(/([\p{M}\u200c\u200d]{4})[\p{M}\u200c\u200d]+/gu, '$1')
    .replace(/\n{3,}/gu, '\n\n');
}

const isWithinWord = (all: string, at: number, marks: string): boolean =>
  /[A-Za-z0-9]/u.test(all.charAt(at - 1)) && /[A-Za-z0-9]/u.test(all.charAt(at + marks.length));

/** The twins of ASCII stand in Unicode in the same order, from U+FF01 on. */
function fullwidth(marks: string): string {
  return [...marks].map(mark => String.fromCodePoint((mark.codePointAt(0) ?? 0) + 0xfee0)).join('');
}

function pieces(line: string, max: number): string[] {
  const found: string[] = [];
  let rest = line;
  while (rest.length > max) {
    const end = boundary(rest, max) || max;
    found.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...found, rest];
}

/** The last place at or before max where text may be cut: after whole graphemes, if one is too long whole characters. */
function boundary(text: string, max: number): number {
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 2))) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  if (end === 0 && max > 0) end = isHalved(text, max) ? max - 1 : max;
  const kept = text.slice(0, end);
  const mention = /<(?:[@#!][^<>\s]{0,80})?$/u.exec(kept);
  if (mention && mention.index > 0 && /^<[@#!][^<>\s]{1,80}>/u.test(text.slice(mention.index))) return mention.index;
  const entity = /&[a-z]{0,3}$/u.exec(kept);
  return entity && /^&(?:amp|lt|gt);/u.test(text.slice(entity.index, entity.index + 5)) ? entity.index : end;
}

const isHalved = (text: string, at: number): boolean => (text.codePointAt(at - 1) ?? 0) > 0xffff;
