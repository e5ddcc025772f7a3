/**
 * Draws every select of Block Kit: static, external, users, channels and conversations, one or several.
 * @import { Group } from './select.js'
 */
import { offeredChannels, offeredPeople } from './completion.js';
import { html } from './html.js';
import { channelTitle } from './name.js';
import { usePage } from './page-context.js';
import { usePane } from './pane-context.js';
import { Select } from './select.js';
import { useSurface } from './surface.js';

const EXTERNAL_DELAY_MS = 250;
const EXTERNAL_LEAST = 3;
/** What options are called, by field and value; outlives a view that another one covers for a while. @type {Map<string, string>} */
const known = new Map();

export function SelectElement({ block, element, field, value, change }) {
  const { words, people, bot, nameOf } = usePage();
  const isBot = id => id === bot.id || people.some(person => person.id === id && person.is_bot);
  const { options } = useSurface();
  const channels = usePane().channels();
  const several = element.type.startsWith('multi_');
  const source = element.type.replace('multi_', '').replace('_select', '');
  for (const option of givenOptions(element))
    known.set(`${field.id} ${option.value}`, option.text?.text ?? option.value);

  const labelOf = wanted => {
    if (source === 'users') return nameOf(wanted);
    const channel = channels.find(each => each.id === wanted);
    if (source === 'channels' || source === 'conversations') return channel ? channelTitle(channel, nameOf) : wanted;
    return known.get(`${field.id} ${wanted}`) ?? wanted;
  };
  /** @type {(query: string) => Promise<Group[]>} */
  const load = async query => {
    if (source === 'users') {
      const found = offeredPeople(people, query).map(person => ({
        value: person.id,
        label: nameOf(person.id),
        more: `@${person.name}`,
      }));
      return [{ label: '', options: found }];
    }
    if (source === 'channels' || source === 'conversations') {
      const fitting = channels.filter(each =>
        source === 'channels' ? !each.is_private : passes(each, element.filter, isBot),
      );
      const offered = offeredChannels(fitting, query);
      const wanted = query.toLowerCase();
      const isNamed = each => each.is_im && labelOf(each.id).toLowerCase().includes(wanted);
      const direct = source === 'conversations' ? fitting.filter(isNamed) : [];
      return [
        {
          label: '',
          options: [...offered, ...direct].map(each => ({ value: each.id, label: channelTitle(each, nameOf) })),
        },
      ];
    }
    const answer = source === 'external' ? await options(block, element, query) : element;
    if (answer.ok === false) throw new Error(words.notLoaded);
    const groups = groupsOf(answer);
    for (const group of groups)
      for (const option of group.options) known.set(`${field.id} ${option.value}`, option.label);
    return source === 'external' ? groups : filtered(groups, query);
  };
  const list = Array.isArray(value) ? value : value === null ? [] : [String(value)];
  return html`<${Select} field=${field} several=${several} value=${list} labelOf=${labelOf} load=${load}
    placeholder=${element.placeholder?.text ?? words.choose} most=${element.max_selected_items}
    least=${source === 'external' ? (element.min_query_length ?? EXTERNAL_LEAST) : 0}
    delay=${source === 'external' ? EXTERNAL_DELAY_MS : 0} focus=${element.focus_on_load === true}
    change=${next => change(several ? next : (next[0] ?? null))} />`;
}

/** Whether a conversation select with this filter offers the conversation. */
function passes(channel, filter, isBot) {
  const kind = channel.is_im ? 'im' : channel.is_private ? 'private' : 'public';
  if (Array.isArray(filter?.include) && !filter.include.includes(kind)) return false;
  return !(filter?.exclude_bot_users && channel.is_im && isBot(channel.user));
}

/** @returns {Group[]} */
function groupsOf(answer) {
  const read = options =>
    (options ?? []).map(option => ({
      value: option.value,
      label: option.text?.text ?? '',
      more: option.description?.text,
    }));
  if (answer?.option_groups?.length > 0)
    return answer.option_groups.map(group => ({ label: group.label?.text ?? '', options: read(group.options) }));
  return [{ label: '', options: read(answer?.options) }];
}

/** @returns {Group[]} */
function filtered(groups, query) {
  const wanted = query.trim().toLowerCase();
  const fits = option => `${option.label} ${option.more ?? ''}`.toLowerCase().includes(wanted);
  return groups
    .map(group => ({ ...group, options: group.options.filter(fits) }))
    .filter(group => group.options.length > 0);
}

function givenOptions(element) {
  const groups = (element.option_groups ?? []).flatMap(group => group.options ?? []);
  return [...(element.options ?? []), ...groups, ...(element.initial_options ?? []), element.initial_option].filter(
    Boolean,
  );
}
