/** What tests do in the page itself. */
export function adopt(text: string): void;
export function misplaced(): string[];
export function isSeen(element: unknown): boolean;
