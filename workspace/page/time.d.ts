/** Times of the team's zone, as the page shows and reaches them. */
export type Language = 'zh' | 'en';
export const ZONE: string;
export function formatTime(at: Date, seconds?: boolean): string;
export function formatDay(at: Date, language: Language, now: Date): string;
export function formatClock(at: Date, language: Language): string;
export function formatMoment(at: Date, language: Language): string;
export function dayOf(at: Date): string;
export function toLocal(at: Date): string;
export function fromLocal(text: string): Date | null;
export function momentOf(ts: string): Date;
export function formatSlackDate(at: Date, template: string, language: Language, now: Date): string;
