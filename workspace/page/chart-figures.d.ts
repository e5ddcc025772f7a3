/** The figures of a chart, and the scale they are laid over. */
import type { Language } from './time.d.ts';
export interface Figures {
  categories: string[];
  series: { name: string; values: number[] }[];
}
export interface Scale {
  /** From the lowest to the highest. */
  ticks: number[];
  step: number;
  /** Where a figure stands, from 0 at the lowest tick to 1 at the highest. */
  at(value: number): number;
}
export function figuresOf(chart: unknown): Figures;
export function scaleOf(values: number[]): Scale;
export function sharesOf(weights: number[]): number[];
export function formatFigure(value: number, language: Language): string;
export function formatTick(value: number, scale: Scale, language: Language): string;
export function formatShare(share: number, language: Language): string;
