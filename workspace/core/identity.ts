/** The ids and secrets of the app and the team, and how ids are made. */
import { createHash, randomBytes } from 'node:crypto';

/** The names by which the app and the team prove themselves to each other. */
export interface Credentials {
  botToken: string;
  appToken: string;
  signingSecret: string;
  verificationToken: string;
}

/** The app as one team knows it: its bot, and the person the bot writes as. */
export interface Bot {
  id: string;
  user_id: string;
}

/** The app's id in every team. */
export const APP_ID = 'A0LOCALAPP';
/** The app's bot in the first team of every workspace of this kind; in each further one it has ids of its own. */
export const FIRST_BOT: Bot = { id: 'B0LOCALAPP', user_id: 'U0LOCALAPP' };

/** The app's bot in a further team. */
export function botIn(team: string): Bot {
  return { id: `B${idFrom(`bot of ${team}`)}`, user_id: `U${idFrom(`bot user of ${team}`)}` };
}

/** The ids of another app's bot, which follow from the id of the person it writes as. */
export function foreignBot(user_id: string): { id: string; app_id: string } {
  return { id: `B${idFrom(`bot of ${user_id}`)}`, app_id: `A${idFrom(`app of ${user_id}`)}` };
}

/** Ten capital letters and digits that always follow from the same name. */
export function idFrom(name: string): string {
  const digits = createHash('sha256').update(name).digest('hex').slice(0, 16);
  return BigInt(`0x${digits}`).toString(36).toUpperCase().padStart(13, '0').slice(-10);
}

/** What makes a direct message: its id, that it has no name, its kind and who is in it. */
export function directOf(one: string, other: string): [id: string, name: '', kind: 'im', members: string[]] {
  const members = one === other ? [one] : [one, other].sort();
  return [`D${idFrom(members.join(' '))}`, '', 'im', members];
}

/** Whether a text has the form of a user's id in Slack. */
export function isUserId(text: string): boolean {
  return /^[UW][A-Z0-9]{2,}$/.test(text);
}

/** A handle as Slack makes one of an app's name: small letters, no spaces. */
export function handleOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}._-]+/gu, '-');
}

/** New tokens and secrets, in the form of Slack's. */
export function freshCredentials(): Credentials {
  return {
    botToken: `xoxb-local-${randomBytes(18).toString('hex')}`,
    appToken: `xapp-local-${randomBytes(18).toString('hex')}`,
    signingSecret: randomBytes(16).toString('hex'),
    verificationToken: randomBytes(12).toString('hex'),
  };
}
