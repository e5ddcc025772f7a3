/** How a sentence quotes what a person typed. */

/** The beginning of the text on one line, without the signs Slack would read as a link, a mention or formatting. */
export function quoted(text: string): string {
  const bare = text
    .replace(/[<>&`*_~]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return [...bare].slice(0, 40).join('');
}
