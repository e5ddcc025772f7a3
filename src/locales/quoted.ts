/** How a sentence quotes what a person typed. */

/**
 * The beginning of the text on one line: names as they were typed (`@li.wei`, not `<@U1|li.wei>`), without the signs
 * Slack would read as a link, a mention or formatting, and without what is unseen or turns the direction of the line.
 */
export function quoted(text: string): string {
  const bare = text
    .replace(/<([@#])[^|>]*\|([^>]*)>/gu, '$1$2')
    .replace(/[<>&`*_~]/g, '')
    .replace(/[^\P{C}\n\r\t\u200d]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return [...bare].slice(0, 40).join('');
}
