/** How far this workspace is Slack: every method, event, block, element and interaction, the test that proves it, and the difference in words. */
import { BEHAVIOURS } from './behaviours.ts';
import { BLOCKS } from './blocks.ts';
import { ELEMENTS } from './elements.ts';
import { EVENTS } from './events.ts';
import { INTERACTIONS } from './interactions.ts';
import type { Covered } from './line.ts';
import { METHODS } from './methods.ts';

/** The whole list; a test fails when it and the code, or it and Slack's own packages, disagree. */
export const COVERAGE: readonly Covered[] = [
  ...METHODS,
  ...EVENTS,
  ...INTERACTIONS,
  ...BEHAVIOURS,
  ...BLOCKS,
  ...ELEMENTS,
];
