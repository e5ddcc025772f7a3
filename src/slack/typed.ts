/** What people typed, taken as they meant it. */

/**
 * The text without what nobody can have meant and no database keeps: control characters other than line breaks and
 * tabs, and halves of characters.
 */
export function legible(text: string): string {
  return text.replace(/[^\P{Cc}\n\r\t]|\p{Surrogate}/gu, '');
}

/** A command line as it was typed: Slack sends its `&`, `<` and `>` escaped, so that `<@U1>` is always a mention. */
export function typedLine(text: string): string {
  return unescaped(legible(text));
}

/** The text with Slack's three escaped signs as they are. */
export function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, sign: 'amp' | 'lt' | 'gt') => SIGNS[sign]);
}

const SIGNS = { amp: '&', lt: '<', gt: '>' } as const;
