/** What a person’s doing sends to the app. */
import { covered, type Line } from './line.ts';

const LINES: Line[] = [
  ['block_actions', 'click.test.ts'],
  ['block_suggestion', 'modal.test.ts'],
  ['message_action', 'home.test.ts'],
  ['response_url', 'click.test.ts'],
  ['shortcut', 'home.test.ts'],
  ['slash_commands', 'command.test.ts', 'Only names become links with `should_escape`, not web addresses.'],
  ['view_closed', 'modal.test.ts'],
  ['view_submission', 'modal.test.ts'],
];

export const INTERACTIONS = covered('interaction', LINES, []);
