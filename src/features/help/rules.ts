/** What can go wrong when somebody asks for help. */

export interface HelpRefusals {
  'help.noSuchCommand': { text: string; names: readonly string[] };
}

declare module '../../kernel/refusal.ts' {
  interface Refusals extends HelpRefusals {}
}
