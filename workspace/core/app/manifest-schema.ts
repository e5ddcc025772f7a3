/** What Slack takes as an app's manifest: its fields with their limits, and a sentence for each that is broken. */
import { BUILT_IN_COMMANDS, INVALID_COMMAND_NAME } from '@tiaoli/block-kit';
import { z } from 'zod';

const text = (most: number) => z.string().min(1, 'must not be empty').max(most, `may have ${most} characters at most`);
const list = <T extends z.ZodType>(item: T, most: number) =>
  z.array(item).max(most, `may have ${most} entries at most`);
/** A list that is left out where nothing would stand in it. */
const filled = <T extends z.ZodType>(item: T, most: number) =>
  list(item, most).min(1, 'must have one entry at least, or be left out');
/** A list that names nothing twice. */
const distinct = <T extends z.ZodType>(entries: z.ZodArray<T>) =>
  entries.refine(all => new Set(all.map(one => JSON.stringify(one))).size === all.length, 'names the same twice');
const off = z.boolean().default(false);
/** Slack's own want https; an app on this machine has no certificate. */
const address = (most: number) =>
  text(most).refine(
    url => URL.canParse(url) && /^(https:|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(url),
    'must be a whole https address',
  );
const domain = text(255).regex(
  /^(?![.-])[-a-z0-9.]+[a-z0-9]$/,
  'must be a domain in small letters, such as example.com',
);
const PART = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const range = z
  .string()
  .regex(
    new RegExp(`^(?:${PART}\\.){3}${PART}(?:/(?:3[0-2]|[12]?\\d))?$`),
    'must be an address such as 10.0.0.1 or 10.0.0.0/24',
  );
const prompts = list(z.strictObject({ title: text(3000), message: text(3000) }), 4).optional();
/** What a manifest may say of what no workspace of this kind has; it is told at the start (`notHere`). */
const unseen = z.unknown().optional();

const command = z.strictObject({
  command: z
    .string()
    .regex(/^\/\S{1,31}$/, 'must be a slash and a word, 32 characters at most')
    .refine(name => !BUILT_IN_COMMANDS.has(name.slice(1)), {
      error: ({ input }) => `is ${String(input)}, which is built into Slack: "${INVALID_COMMAND_NAME}"`,
    }),
  description: text(2000),
  usage_hint: text(1000).optional(),
  should_escape: off,
  url: address(3000).optional(),
});

const shortcut = z.strictObject({
  name: text(24),
  type: z.enum(['message', 'global'], 'must be "message" or "global"'),
  callback_id: text(255),
  description: text(150),
});

const features = z.strictObject({
  app_home: z
    .strictObject({
      home_tab_enabled: off,
      messages_tab_enabled: off,
      messages_tab_read_only_enabled: off,
    })
    .optional(),
  bot_user: z.strictObject({ display_name: text(80), always_online: off }).optional(),
  slash_commands: filled(command, 50).optional(),
  shortcuts: filled(shortcut, 10).optional(),
  unfurl_domains: distinct(filled(domain, 5)).optional(),
  agent_view: z.strictObject({ agent_description: text(300).optional(), suggested_prompts: prompts }).optional(),
  assistant_view: z.strictObject({ assistant_description: z.string(), suggested_prompts: prompts }).optional(),
  functions: unseen,
  workflow_steps: unseen,
});

const scopes = list(text(50), 255);
const events = distinct(list(text(50), 100));

export const manifestSchema = z.strictObject({
  $schema: z.string().optional(),
  _metadata: z
    .strictObject({
      major_version: z.union([z.literal(1), z.literal(2)], 'must be 1 or 2').optional(),
      minor_version: z.number('must be a number').int('must be a whole number').optional(),
      schema_version: z.number('must be a number').int('must be a whole number').optional(),
      min_version: z.number('must be a number').int('must be a whole number').optional(),
    })
    .optional(),
  display_information: z.strictObject({
    name: text(35),
    description: text(140).optional(),
    long_description: text(4000).min(175, 'must have 175 characters at least').optional(),
    background_color: z
      .string()
      .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, 'must be a colour like #1f3a5f')
      .optional(),
  }),
  features: features.prefault({}),
  oauth_config: z
    .strictObject({
      // Slack looks at none of them before somebody is sent there.
      redirect_urls: distinct(list(z.string().max(2500, 'may have 2500 characters at most'), 1000)).optional(),
      scopes: z
        .strictObject({
          bot: scopes.default([]),
          user: scopes.optional(),
          bot_optional: scopes.optional(),
          user_optional: scopes.optional(),
        })
        .prefault({}),
      token_management_enabled: z.boolean().optional(),
      pkce_enabled: z.boolean().optional(),
    })
    .prefault({}),
  settings: z
    .strictObject({
      event_subscriptions: z
        .strictObject({
          request_url: address(3500).optional(),
          bot_events: events.default([]),
          user_events: events.optional(),
          metadata_subscriptions: distinct(
            list(z.strictObject({ app_id: text(255), event_type: text(50) }), 20).min(
              1,
              'must have one entry at least',
            ),
          ).optional(),
        })
        .prefault({}),
      incoming_webhooks: z.strictObject({ incoming_webhooks_enabled: z.boolean().optional() }).optional(),
      interactivity: z
        .strictObject({
          is_enabled: z.boolean('must say true or false'),
          request_url: address(3500).optional(),
          message_menu_options_url: address(3500).optional(),
        })
        .optional(),
      allowed_ip_address_ranges: distinct(filled(range, 50)).optional(),
      org_deploy_enabled: off,
      socket_mode_enabled: off,
      token_rotation_enabled: off,
      is_hosted: off,
      siws_links: z.strictObject({ initiate_uri: address(3500).optional() }).optional(),
      hermes_app_type: z.string().optional(),
      function_runtime: z.string().optional(),
      is_mcp_enabled: off,
    })
    .prefault({}),
  app_directory: unseen,
  functions: unseen,
  workflows: unseen,
  datastores: unseen,
  outgoing_domains: unseen,
  types: unseen,
  external_auth_providers: unseen,
  mcp_servers: unseen,
});

export type Manifest = z.infer<typeof manifestSchema>;

/** The parts of a manifest that ask for what this workspace does not have, by the names of their fields. */
export function notHere({ features: own, settings, ...whole }: Manifest): string[] {
  const parts = ['functions', 'workflows', 'datastores', 'external_auth_providers', 'mcp_servers'] as const;
  const asked = ['unfurl_domains', 'agent_view', 'assistant_view', 'functions', 'workflow_steps'] as const;
  return [
    ...asked.filter(name => own[name] !== undefined).map(name => `features.${name}`),
    ...parts.filter(name => whole[name] !== undefined),
    ...(settings.is_hosted ? ['settings.is_hosted'] : []),
  ];
}

/** A field of a manifest and what is wrong with it: `features.slash_commands[0].command must be …`. */
export interface ManifestFault {
  path: readonly PropertyKey[];
  sentence: string;
}

/** What is wrong with a manifest, field by field. */
export function manifestFaults({ issues }: z.ZodError): ManifestFault[] {
  return issues.map(issue => ({
    path: issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path,
    sentence: `${inWords(issue.path)} ${faultOf(issue)}`,
  }));
}

/** What stands in a manifest, in words, by what the schema calls it. */
const KINDS: Record<string, string> = {
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
  array: 'a list',
  object: 'an object with fields',
  null: 'nothing',
};

function faultOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `has no field ${issue.keys.map(key => `"${key}"`).join(' or ')}`;
  const received = /^Invalid input: expected \w+, received (\w+)$/.exec(issue.message)?.[1];
  if (issue.code !== 'invalid_type' || received === undefined) return issue.message;
  return received === 'undefined' ? 'is missing' : `must be ${inKind(issue.expected)}, not ${inKind(received)}`;
}

function inKind(type: string): string {
  return KINDS[type] ?? type;
}

function inWords(path: readonly PropertyKey[]): string {
  const words = path.map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return words.length === 0 ? 'A manifest' : words.join('').slice(1);
}
