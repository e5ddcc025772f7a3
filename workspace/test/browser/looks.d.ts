/** What tests do in the page itself. */
export function adopt(text: string): void;
export function misplaced(): string[];
export function isSeen(element: unknown): boolean;
export function hidden(): string[];
export function cut(all: unknown[]): (string | null)[];
export function chosenFits(element: unknown): boolean;
export function placeholderFits(element: unknown): boolean;
export function gapInGuide(): number;
export function gapsAbove(all: unknown[]): number[];
