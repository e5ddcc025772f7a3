/** What blocks demand of each other: names used once, one focus, one table, two charts, and a limit to all their text. */
import { type Fault, isObject, note, type Place, quoted } from './rule.ts';

const TABLE_TEXT_MAX = 10_000;
/** Not in Slack's reference: its API refuses a third. The words are ours. */
const CHARTS_MAX = 2;
/** Of all markdown blocks together Slack says so; for other blocks about 13,200 have been refused, unannounced. */
const MESSAGE_TEXT_MAX = 12_000;

/** A block together with where it stands; blocks within containers, carousels and plans are listed after their parent. */
interface Standing {
  readonly block: Readonly<Record<string, unknown>>;
  readonly pointer: string;
}

/** Faults of any list of blocks: a `block_id` used twice, an `action_id` used twice in a block, two elements in focus. */
export function checkNames(blocks: unknown, place: Place): void {
  const seen = new Set<string>();
  let focus = false;
  for (const { block, pointer } of standing(blocks, place.pointer)) {
    const at = { ...place, pointer };
    if (typeof block.block_id === 'string') once(seen, block.block_id, 'block_id', at);
    const actions = new Set<string>();
    for (const { block: element, pointer: where } of elementsOf(block, pointer)) {
      const here = { ...place, pointer: where };
      if (typeof element.action_id === 'string') once(actions, element.action_id, 'action_id', here);
      if (element.focus_on_load !== true) continue;
      if (focus) note(here, 'only one element may set `focus_on_load`', 'focus_on_load');
      focus = true;
    }
  }
}

/** Faults of a message as a whole: more than one table or two charts, a plan beside task cards, too much text. */
export function checkMessage(blocks: unknown, place: Place): void {
  const all = standing(blocks, place.pointer);
  const tables = all.filter(({ block }) => block.type === 'table' || block.type === 'data_table');
  const charts = all.filter(({ block }) => block.type === 'data_visualization');
  const top = objects(blocks, place.pointer);
  const plans = top.filter(({ block }) => block.type === 'plan');
  for (const { pointer } of tables.slice(1)) place.faults.push(fault('only_one_table_allowed', pointer));
  for (const { pointer } of charts.slice(CHARTS_MAX))
    place.faults.push(fault(`no more than ${CHARTS_MAX} data_visualization blocks allowed`, pointer));
  for (const { pointer } of plans.slice(1)) place.faults.push(fault('only one plan allowed', pointer));
  const cards = plans.length > 0 ? top.filter(({ block }) => block.type === 'task_card') : [];
  for (const { pointer } of cards) place.faults.push(fault('task_card not allowed beside a plan', pointer));
  const first = tables[0];
  if (first && textLength(tables.map(({ block }) => block)) > TABLE_TEXT_MAX)
    place.faults.push(fault(`must be less than ${TABLE_TEXT_MAX + 1} characters`, `${first.pointer}/rows`));
  if (textLength(blocks) > MESSAGE_TEXT_MAX) note(place, 'msg_blocks_too_long');
}

/** The places of the input blocks among the top blocks. */
export function inputBlocks(blocks: unknown): number[] {
  return objects(blocks, '').flatMap(({ block, pointer }) =>
    block.type === 'input' ? [Number(pointer.slice(1))] : [],
  );
}

const fault = (message: string, pointer: string): Fault => ({ message, pointer });

function once(seen: Set<string>, name: string, field: string, place: Place): void {
  if (seen.has(name)) note(place, `\`${field}\` "${quoted(name)}" already exists`, field);
  seen.add(name);
}

const NESTED: Readonly<Record<string, string>> = { carousel: 'elements', container: 'child_blocks', plan: 'tasks' };

function standing(blocks: unknown, pointer: string): Standing[] {
  return objects(blocks, pointer).flatMap(one => {
    const { type } = one.block;
    const field = typeof type === 'string' && Object.hasOwn(NESTED, type) ? NESTED[type] : undefined;
    return field === undefined ? [one] : [one, ...objects(one.block[field], `${one.pointer}/${field}`)];
  });
}

function elementsOf(block: Readonly<Record<string, unknown>>, pointer: string): Standing[] {
  const single = ['accessory', 'element'].flatMap(field => {
    const one = block[field];
    return isObject(one) ? [{ block: one, pointer: `${pointer}/${field}` }] : [];
  });
  const field = block.type === 'card' ? 'actions' : 'elements';
  const many =
    block.type === 'carousel' || block.type === 'rich_text' ? [] : objects(block[field], `${pointer}/${field}`);
  return [...single, ...many];
}

function objects(list: unknown, pointer: string): Standing[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: unknown, index) => (isObject(one) ? [{ block: one, pointer: `${pointer}/${index}` }] : []));
}

/** Fields whose strings a reader sees; what a menu hides until it is opened is not counted. */
const READ = new Set(['text', 'title', 'alt_text', 'caption', 'fallback', 'author_name', 'provider_name']);
const HIDDEN = new Set(['options', 'option_groups', 'confirm', 'initial_option', 'initial_options']);

/** The characters of visible text anywhere within; what cannot be written as JSON cannot be sent, and is endless. */
function textLength(root: unknown): number {
  let length = 0;
  try {
    JSON.stringify(root, (key, value: unknown) => {
      if (typeof value === 'string' && READ.has(key)) length += value.length;
      return HIDDEN.has(key) ? undefined : value;
    });
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  return length;
}
