/** What the doctor says about one thing. */

export type Level = 'ok' | 'warning' | 'fault';

/** In the order they are told. */
export const TOPICS = [
  'configuration',
  'database',
  'migrations',
  'record',
  'outbox',
  'disk',
  'leaders',
  'zone',
  'calendar',
  'token',
  'appToken',
  'scopes',
  'clock',
  'channels',
  'live',
] as const;

export type Topic = (typeof TOPICS)[number];

export interface Finding {
  topic: Topic;
  level: Level;
  /** What is so. */
  says: string;
  /** What to do about it; none when all is well. */
  remedy?: string;
  /** What could not be looked at for that. */
  leftOut?: readonly Topic[];
}
