/** The modals each person has open, one above the other, and the values typed into them so far. */
import { randomBytes } from 'node:crypto';
import { APP_ID, type Bot, idFrom } from '../identity.ts';
import { asObject, asText, isYes, type JsonObject, objectsOf } from '../json.ts';
import { isStateful, placedElements, withIds, withWholeTexts } from './elements.ts';
import { initialValue } from './values.ts';

/** `values[block_id][action_id]` in Slack's shapes. */
export type Values = Record<string, Record<string, JsonObject>>;

/** A view as Slack gives it to the app. */
export interface View {
  id: string;
  team_id: string;
  type: 'modal' | 'home';
  blocks: JsonObject[];
  private_metadata: string;
  callback_id: string;
  state: { values: Values };
  hash: string;
  title: JsonObject;
  clear_on_close: boolean;
  notify_on_close: boolean;
  close: JsonObject | null;
  submit: JsonObject | null;
  previous_view_id: string | null;
  root_view_id: string;
  app_id: string;
  external_id: string;
  app_installed_team_id: string;
  bot_id: string;
}

/** A root view and two pushed ones. */
const MOST_VIEWS = 3;

/** What Slack tells as the title of a Home tab, which shows none. */
const NO_TITLE = { type: 'plain_text', text: 'View Title', emoji: true };

/** Makes a view, in this team, of what the app sent; `keep` is the view it replaces, whose id and typed values live on where the ids are the same. */
export function makeView(
  sent: JsonObject,
  { team, bot }: { team: { id: string }; bot: Bot },
  keep?: View,
  conversation?: string,
): View {
  const blocks = withIds(objectsOf(sent.blocks));
  const id = keep?.id ?? `V${idFrom(randomBytes(8).toString('hex'))}`;
  return {
    id,
    team_id: team.id,
    type: sent.type === 'home' ? 'home' : 'modal',
    blocks,
    private_metadata: asText(sent.private_metadata),
    callback_id: asText(sent.callback_id),
    state: { values: startingValues(blocks, keep?.state.values ?? {}, conversation) },
    hash: `${Math.floor(Date.now() / 1000)}.${randomBytes(6).toString('base64url')}`,
    title: sent.title ? withWholeTexts(asObject(sent.title)) : { ...NO_TITLE },
    clear_on_close: isYes(sent.clear_on_close),
    notify_on_close: isYes(sent.notify_on_close),
    close: sent.close ? withWholeTexts(asObject(sent.close)) : null,
    submit: sent.submit ? withWholeTexts(asObject(sent.submit)) : null,
    previous_view_id: keep?.previous_view_id ?? null,
    root_view_id: keep?.root_view_id ?? id,
    app_id: APP_ID,
    external_id: asText(sent.external_id),
    app_installed_team_id: team.id,
    bot_id: bot.id,
  };
}

/** The values of all stateful elements: what was typed before where the element is still the same, else its initial value; `conversation` is where the person is. */
export function startingValues(blocks: JsonObject[], typed: Values, conversation?: string): Values {
  // Without a prototype, so that a block may be called anything, "__proto__" included.
  const values: Values = Object.create(null);
  for (const placed of placedElements(blocks)) {
    if (!isStateful(placed)) continue;
    const before = typed[placed.block_id]?.[placed.action_id];
    const block = values[placed.block_id] ?? Object.create(null);
    block[placed.action_id] = before?.type === placed.type ? before : initialValue(placed.element, conversation);
    values[placed.block_id] = block;
  }
  return values;
}

/** Every person's stack of modals. */
export class Views {
  #stacks = new Map<string, View[]>();
  /** Where each person was when their root modal was opened. */
  #conversations = new Map<string, string | undefined>();

  /** The modal on top, or undefined when none is open. */
  top(user: string): View | undefined {
    return this.#stacks.get(user)?.at(-1);
  }

  /** The conversation the person was looking at when their root modal was opened. */
  conversation(user: string): string | undefined {
    return this.#conversations.get(user);
  }

  stack(user: string): readonly View[] {
    return this.#stacks.get(user) ?? [];
  }

  /** An open modal and whose it is, by id or external id. */
  find(fits: (view: View) => boolean): { user: string; view: View } | undefined {
    for (const [user, stack] of this.#stacks) {
      const view = stack.find(fits);
      if (view) return { user, view };
    }
    return undefined;
  }

  /** Opens a root modal; whatever was open is replaced. */
  open(user: string, view: View, conversation?: string): void {
    this.#stacks.set(user, [view]);
    this.#conversations.set(user, conversation);
  }

  /** Puts a modal above the others; false when three are open. */
  push(user: string, view: View): boolean {
    const stack = this.#stacks.get(user) ?? [];
    if (stack.length >= MOST_VIEWS) return false;
    view.previous_view_id = stack.at(-1)?.id ?? null;
    view.root_view_id = stack[0]?.id ?? view.id;
    this.#stacks.set(user, [...stack, view]);
    return true;
  }

  /** Puts the new form of a view where its old one is. */
  replace(view: View): void {
    for (const [user, stack] of this.#stacks)
      this.#stacks.set(
        user,
        stack.map(held => (held.id === view.id ? view : held)),
      );
  }

  /** Takes the view and all above it away; returns them, top first. */
  close(user: string, id: string): View[] {
    const stack = this.#stacks.get(user) ?? [];
    const index = stack.findIndex(view => view.id === id);
    if (index < 0) return [];
    this.#stacks.set(user, stack.slice(0, index));
    return stack.slice(index).reverse();
  }

  /** Takes all views of a person away; returns them, top first. */
  clear(user: string): View[] {
    const stack = [...this.stack(user)].reverse();
    this.#stacks.delete(user);
    return stack;
  }
}
