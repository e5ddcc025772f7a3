/** How far this workspace is Slack: every method, event, block, element and interaction, the test that proves it, and the difference in words. */
import { BEHAVIOURS } from './coverage/behaviours.ts';
import { BLOCKS } from './coverage/blocks.ts';
import { ELEMENTS } from './coverage/elements.ts';
import { EVENTS } from './coverage/events.ts';
import { INTERACTIONS } from './coverage/interactions.ts';
import type { Covered } from './coverage/line.ts';
import { METHODS } from './coverage/methods.ts';

/** The whole list; a test fails when it and the code, or it and Slack's own packages, disagree. */
export const COVERAGE: readonly Covered[] = [
  ...METHODS,
  ...EVENTS,
  ...INTERACTIONS,
  ...BEHAVIOURS,
  ...BLOCKS,
  ...ELEMENTS,
];
