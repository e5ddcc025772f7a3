/** What whoever starts a workspace may lend its page: a guide for newcomers, and moments worth travelling to. */

/** A sentence in both languages of the page. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** One step of the guide. The page shows it; whether it is done is known by whoever lent it. */
export interface GuideStep {
  id: string;
  title: Bilingual;
  text: Bilingual;
  done: boolean;
  /** What its button says, and what pressing it does on the page: absent parts stay as they are. */
  button: Bilingual;
  go: {
    /** Become this person, */
    user?: string;
    /** open this channel, by name, or `app` for the direct messages with the app, */
    channel?: string;
    /** send this line there as if it were typed, */
    type?: string;
    /** or travel to this moment (ISO). */
    clock?: string;
  };
}

export interface Guide {
  steps: GuideStep[];
  /** Said when all steps are done. */
  end: Bilingual;
}

/** A moment at which something falls due. */
export interface Landmark {
  /** ISO. */
  at: string;
  label: Bilingual;
  /** When it deserves a button of its own: what that says. */
  button?: Bilingual;
}
