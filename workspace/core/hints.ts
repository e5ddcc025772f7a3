/** Tells surfaces that something changed; a hint says where to look, never what is there. */

export interface Hint {
  type:
    | 'message'
    | 'changed'
    | 'deleted'
    | 'ephemeral'
    | 'view'
    | 'home'
    | 'clock'
    | 'log'
    | 'fault'
    | 'channels'
    | 'people'
    | 'read';
  channel?: string;
  ts?: string;
  user?: string;
}

/** Who wants to hear of one team's changes. */
export class Hints {
  #listeners = new Set<(hint: Hint) => void>();

  /** Calls the listener with every hint until the returned function is called. */
  listen(listener: (hint: Hint) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(hint: Hint): void {
    for (const listener of this.#listeners) listener(hint);
  }
}
