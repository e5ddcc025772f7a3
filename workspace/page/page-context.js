/**
 * What every part of the page needs to draw: the language and its words, the people, names, and the bot's time.
 * @import { Channel, Command, Person } from './completion.d.ts'
 * @import { Language } from './time.d.ts'
 * @import { Words } from './words.js'
 */

import { useContext } from '/page/vendor/hooks.js';
import { createContext } from '/page/vendor/preact.js';

/**
 * @typedef {object} PageState
 * @property {Language} language
 * @property {Words} words
 * @property {Person[]} people who can act
 * @property {Person[]} everyone also bots and who left
 * @property {Command[]} commands
 * @property {{ name: string, type: string, callback_id: string, description: string }[]} shortcuts
 * @property {(id: string) => string} nameOf a person's name in the page's language
 * @property {(id: string) => string} groupNameOf the handle of a user group
 * @property {{ id: string, name: string, homeTab: boolean, messagesTab: boolean, takesMessages: boolean }} bot the app, its tabs, and whether one can write to it
 * @property {(id: string) => number} hueOf a person's colour, 0 to 9
 * @property {(id: string) => string} channelNameOf a channel's name without its sign
 * @property {(channels: Channel[]) => void} meetChannels remembers the names of channels
 * @property {() => Date} now the bot's time
 * @property {(what: string) => void} inspect opens the inspector on whatever mentions this
 * @property {(error: unknown, user?: string) => void} fail says in words what went wrong, and for whom
 * @property {(text: string, user?: string) => void} say shows a short notice
 */

export const PageContext = createContext(/** @type {PageState} */ (/** @type {unknown} */ (null)));

/** @returns {PageState} */
export function usePage() {
  return useContext(PageContext);
}
