/** How commands, duties and matters are described to people, and how refusals are worded: the shapes both languages fill. */

export interface CommandWords {
  /** One line: what it is for. */
  summary: string;
  /** Words by which people call it in a message, each usable as the first of a line: 「请假 明天 病假」. */
  called: readonly string[];
  /** Words by which people call one line of it, which they begin: 「签到」 is `/meeting 签到`. */
  lines?: readonly string[];
  /** Words that speak of it without calling it: "I'm sick today". */
  about?: readonly string[];
  /** Every form, with what it does; `line` can be typed as it stands once its examples are filled in (`examples.ts`). */
  usages: Usage[];
  /** What its shortcuts on a message are called in their menu (24 characters), and what for, by callback_id. */
  shortcuts?: Readonly<Record<string, { name: string; description: string }>>;
}

export interface Usage {
  line: string;
  does: string;
  /** The posts of those who may type it; everybody when absent. */
  who?: readonly string[];
}

/** One sentence for every refusal of a noun. */
export type RefusalWords<R> = { [K in keyof R]: (params: R[K]) => string };

/** What a duty of the clock is called: where it was missed, and where it is announced. */
export interface DutyWords {
  missed: string;
  /** On the clock bar of the local workspace; what is not named is not offered there. */
  ahead?: string;
}

/** What a kind of matter is called in a line about several. */
export interface MatterWords {
  kind: string;
}
