/** How a command is described to people, and how refusals are worded: the shapes both languages fill. */

export interface CommandWords {
  /** One line: what it is for. */
  summary: string;
  /** Every form, with what it does; `line` can be typed as it stands. */
  usages: { line: string; does: string }[];
}

/** One sentence for every refusal of a noun. */
export type RefusalWords<R> = { [K in keyof R]: (params: R[K]) => string };
