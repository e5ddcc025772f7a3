/** How a view draws a message: a type apart, so that views need not know who collects them. */
import type { Reader } from '../locales/reader.ts';
import type { MessageName, Messages } from '../office/message.ts';
import type { Said } from './command.ts';

/** One drawing per message; a missing one does not compile. */
export type Drawings<N extends MessageName> = { [K in N]: (data: Messages[K]['data'], reader: Reader) => Said };
