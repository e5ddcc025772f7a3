/** What can go wrong when somebody confirms a line they typed. */

export interface ConfirmationRefusals {
  /** It is another person's, or too old, or was typed anew. */
  'line.gone': Record<never, never>;
  /** It was confirmed at that moment. */
  'line.taken': { at: string };
}

declare module './refusal.ts' {
  interface Refusals extends ConfirmationRefusals {}
}
