/** Where an app that is reached by HTTP wants what: the addresses of its manifest, beside the one it is said to listen at. */
import type { Delivery } from '../delivery/transport.ts';
import { asText } from '../json.ts';

/** The addresses a manifest gives, each of them or none. */
export interface Addresses {
  /** By command. */
  commands: Readonly<Record<string, string>>;
  events?: string;
  interactivity?: string;
  /** Where external selects ask for their options. */
  options?: string;
}

/**
 * Where this goes: to the manifest's own address for it as it stands, or, when it is known where the app listens
 * (`told`), to the path of that address there: addresses of a tunnel, or of where the app will run, lead to the same app.
 * What has no address of its own goes to `told`; undefined when neither is known.
 */
export function addressFor(addresses: Addresses, delivery: Delivery, told: string | undefined): string | undefined {
  const own = ownAddress(addresses, delivery);
  if (own === undefined || told === undefined) return own ?? told;
  const { pathname, search } = new URL(own);
  return new URL(pathname + search, told).href;
}

/** The addresses with those of commands that are called otherwise here: they go where the manifest's command goes. */
export function withAliasAddresses(addresses: Addresses, aliases: Readonly<Record<string, string>>): Addresses {
  const more = Object.entries(aliases).flatMap(([command, on_slack]) => {
    const address = addresses.commands[on_slack.split(' ')[0] ?? ''];
    return address === undefined ? [] : [[command, address]];
  });
  return { ...addresses, commands: { ...Object.fromEntries(more), ...addresses.commands } };
}

/** Whether a manifest names an address on this machine, so that there is somewhere to deliver to without being told. */
export function hasOwnAddress({ commands, events, interactivity, options }: Addresses): boolean {
  const all = [...Object.values(commands), events, interactivity, options];
  return all.some(address => address !== undefined && isHere(address));
}

function ownAddress(addresses: Addresses, { envelope, type, payload }: Delivery): string | undefined {
  if (envelope === 'events_api') return addresses.events;
  if (envelope === 'interactive') return type === 'block_suggestion' ? addresses.options : addresses.interactivity;
  // Slack asks after its certificate at every address; here one is enough to see that somebody answers.
  return type === 'ssl_check' ? Object.values(addresses.commands)[0] : addresses.commands[asText(payload.command)];
}

function isHere(address: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
}
