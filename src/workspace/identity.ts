/** The ids and secrets of the app and the team, and how ids are made. */
import { createHash, randomBytes } from 'node:crypto';

/** The names by which the app and the team prove themselves to each other. */
export interface Credentials {
  botToken: string;
  appToken: string;
  signingSecret: string;
  verificationToken: string;
}

/** The app's identities in every workspace of this kind. */
export const APP_ID = 'A0LOCALAPP';
export const BOT_ID = 'B0LOCALAPP';
export const BOT_USER_ID = 'U0LOCALAPP';

/** Ten capital letters and digits that always follow from the same name. */
export function idFrom(name: string): string {
  const digits = createHash('sha256').update(name).digest('hex').slice(0, 16);
  return BigInt(`0x${digits}`).toString(36).toUpperCase().padStart(13, '0').slice(-10);
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
