/** Charts in what is said: some workspaces do not take them yet, and get the rest. */
import type { KnownBlock } from '@slack/types';
import { CHART } from './button.ts';
import type { Said } from './command.ts';

/** Whether a chart is in it, so that it has to be sent where a refusal is seen. */
export function hasChart({ blocks = [] }: Said): boolean {
  return blocks.some(isChart);
}

/** The same without its charts. */
export function withoutCharts(said: Said): Said {
  return { ...said, blocks: (said.blocks ?? []).filter(block => !isChart(block)) };
}

function isChart(block: KnownBlock): boolean {
  return (block as { type: string }).type === CHART;
}
