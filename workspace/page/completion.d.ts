/** What the composer offers while one types. */
export interface Command {
  command: string;
  description: string;
  usage_hint: string;
  /** What it is called on Slack, where it is called otherwise here. */
  on_slack?: string;
}
export interface Person {
  id: string;
  name: string;
  real_name: string;
  display_name?: string;
  locale?: string;
  own_locale?: boolean;
  is_admin?: boolean;
  is_bot?: boolean;
  deleted?: boolean;
  is_restricted?: boolean;
  is_stranger?: boolean;
}
export interface Channel {
  id: string;
  name: string;
  is_im: boolean;
  is_private: boolean;
  is_archived?: boolean;
  /** False where one looks at a channel without being in it. */
  is_member?: boolean;
  members?: string[];
  user?: string;
  /** A direct message of several people: who else is in it. */
  is_mpim?: boolean;
  others?: string[];
  unread: number;
  purpose?: string;
  topic?: string;
}
export interface Completion {
  kind: 'command' | 'person' | 'channel' | 'emoji';
  query: string;
  start: number;
  end: number;
}
export function completionAt(text: string, caret: number): Completion | null;
export function offeredCommands(commands: Command[], query: string): Command[];
export function offeredPeople(people: Person[], query: string): Person[];
export function offeredChannels(channels: Channel[], query: string): Channel[];
export function complete(text: string, at: Completion, replacement: string): { text: string; caret: number };
export function asCommand(text: string): { command: string; text: string } | null;
export function usageOf(commands: Command[], text: string): Command | null;
