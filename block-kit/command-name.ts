/** What a slash command of an app may be called on Slack. */

/**
 * Commands of Slack's own. An app that wants the name of one is refused as a whole: none of its commands is registered.
 * Without the slash, as Slack's help and the reports of those who were refused list them.
 */
export const BUILT_IN_COMMANDS: ReadonlySet<string> = new Set(
  [
    'active apps archive away call close collapse dm dnd expand feed feedback help invite join kick leave me msg mute nick',
    'open part prefs pro remind remove rename search shortcuts shrug star status topic unmute who whoami',
  ].flatMap(line => line.split(' ')),
);

/** With the slash. */
export const COMMAND_NAME_MAX = 32;

/** What Slack says to a manifest with a command it does not take. */
export const INVALID_COMMAND_NAME = 'The slash command has an invalid name';

/**
 * Why Slack does not take a command of this name, written with its slash: it is built in, or not of Slack's form (lower
 * case, digits, hyphens). Null when it takes it. Underscores, which were refused now and then, count as refused.
 */
export function commandNameFault(name: string): 'built in' | 'form' | null {
  if (name.length > COMMAND_NAME_MAX || !/^\/[a-z0-9][a-z0-9-]*$/.test(name)) return 'form';
  return BUILT_IN_COMMANDS.has(name.slice(1)) ? 'built in' : null;
}
