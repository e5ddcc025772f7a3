/** How a sentence quotes what a person typed. */

/** The longest quotation, in characters; a longer text ends with an ellipsis. */
const MOST = 40;

/**
 * The beginning of the text on one line, as it was typed and harmless in Slack's mrkdwn: names and addresses stand as they
 * were typed (`@li.wei`, not `<@U1|li.wei>`), what would be a link or a mention is escaped, and what would be formatted
 * or drawn as an emoji stands in a code span. Only what is unseen or turns the direction of the line is left out; a
 * backtick becomes the sign that looks like it.
 */
export function quoted(text: string): string {
  const typed = text
    .replace(/<([@#])[^|>]*\|([^>]*)>/gu, '$1$2')
    .replace(/<(?:https?:\/\/|mailto:)([^|>]*)\|([^>]*)>/gu, (whole, address: string, shown: string) =>
      address === shown ? shown : whole,
    )
    .replace(/[^\P{C}\n\r\t\u200d]/gu, '')
    .replace(/\s+/gu, ' ')
    .replaceAll('`', '\u02cb')
    .trim();
  const signs = [...typed];
  const shown = signs.length > MOST ? `${signs.slice(0, MOST).join('').trimEnd()}…` : typed;
  const safe = shown.replace(/[&<>]/g, sign => ESCAPED[sign as keyof typeof ESCAPED]);
  return FORMATTED.test(shown) ? `\`${safe}\`` : safe;
}

const ESCAPED = { '&': '&amp;', '<': '&lt;', '>': '&gt;' } as const;

/** What mrkdwn would draw in bold, italics, struck out or as an emoji. */
const FORMATTED = /[*~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:[a-z0-9_+-]+:/iu;
