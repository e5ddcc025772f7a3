/** The inside of a `rich_text` block: sections, lists, quotes and preformatted text, and what stands in them. */
import { url } from './composition.ts';
import { choice, type Fields, flag, list, need, number, type Rule, shape, string, typed, whole } from './rule.ts';

const id = string(255);

const style = shape({
  bold: flag,
  italic: flag,
  strike: flag,
  underline: flag,
  code: flag,
  highlight: flag,
  client_highlight: flag,
  unlink: flag,
});

const piece = (fields: Fields): Rule => shape({ type: need(string()), style, ...fields });

const TEXT = piece({ text: need(string()) });
const LINK = piece({ url: need(url()), text: string(), unsafe: flag });

const PIECES: Readonly<Record<string, Rule>> = {
  text: TEXT,
  link: LINK,
  broadcast: piece({ range: need(choice('here', 'channel', 'everyone')) }),
  channel: piece({ channel_id: need(id) }),
  color: piece({ value: need(string(20)) }),
  date: piece({ timestamp: need(number), format: need(string()), url: url(), fallback: string() }),
  emoji: piece({ name: need(string(255)), unicode: string(255), url: url(), skin_tone: whole(1, 6) }),
  team: piece({ team_id: need(id) }),
  user: piece({ user_id: need(id) }),
  usergroup: piece({ usergroup_id: need(id) }),
};

const anyPiece = typed(() => PIECES);
const border = choice(0, 1);

const SECTION = shape({
  type: need(string()),
  elements: need(list(anyPiece, Number.POSITIVE_INFINITY, 0)),
});

const CONTAINERS: Readonly<Record<string, Rule>> = {
  rich_text_section: SECTION,
  rich_text_list: shape({
    type: need(string()),
    elements: need(list(typed(() => ({ rich_text_section: SECTION })))),
    style: need(choice('bullet', 'ordered')),
    indent: whole(0, 8),
    offset: whole(0, 1_000_000),
    border,
  }),
  rich_text_quote: shape({ type: need(string()), elements: need(list(anyPiece)), border }),
  rich_text_preformatted: shape({
    type: need(string()),
    elements: need(list(typed(() => ({ text: TEXT, link: LINK })))),
    border,
    language: string(255),
  }),
};

/** A whole `rich_text` block, as a block of its own, a table cell, a title or the first value of an input. */
export const richText: Rule = shape({
  type: need(string()),
  block_id: string(255),
  elements: need(list(typed(() => CONTAINERS))),
});

/** A field that holds a `rich_text` block. */
export const richTextField: Rule = typed(() => ({ rich_text: richText }));
