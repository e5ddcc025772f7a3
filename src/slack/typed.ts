/** What people typed, taken as they meant it. */

/**
 * The text without what nobody can have meant and no database keeps: control characters other than line breaks and
 * tabs, and halves of characters. The brackets in which examples are filled in (`src/locales/examples.ts`) become those
 * that look like them, so that nothing a person writes is taken for one.
 */
export function legible(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\r\t]|\p{Surrogate}/gu, '')
    .replaceAll('⟦', '〚')
    .replaceAll('⟧', '〛');
}

/** A command line as it was typed: Slack sends its `&`, `<` and `>` escaped, so that `<@U1>` is always a mention. */
export function typedLine(text: string): string {
  return unescaped(legible(text));
}

/** The text with Slack's three escaped signs as they are. */
export function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, sign: 'amp' | 'lt' | 'gt') => SIGNS[sign]);
}

/** A message as it was written: a mention of the bot itself is how it was called, and an address Slack made a link is its text. */
export function writtenLine(text: string, botUserId: string | undefined): string {
  const unlinked = text
    .replace(/<(?:https?:|mailto:|tel:)[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<((?:https?:)[^|>]*)>/g, '$1');
  const own =
    botUserId === undefined ? unlinked : unlinked.replaceAll(new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g'), ' ');
  return typedLine(own).trim();
}

const SIGNS = { amp: '&', lt: '<', gt: '>' } as const;
