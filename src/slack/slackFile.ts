/** Files that stand in a form. */

/** A file somebody put into a form; Slack keeps it, and shows it to them and to the bot alone. */
export interface SlackFile {
  id: string;
  name: string;
}

/** The files one input takes. */
export const MAX_FILES = 5;

/** As `FormValues` hold it: an id of Slack's has no space. */
export function writtenFile({ id, name }: SlackFile): string {
  return `${id} ${name}`;
}

/** The same, read back. */
export function readFile(text: string): SlackFile {
  const end = text.indexOf(' ');
  return end < 0 ? { id: text, name: text } : { id: text.slice(0, end), name: text.slice(end + 1) };
}
