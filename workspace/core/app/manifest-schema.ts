/** What Slack takes as an app's manifest: its fields with their limits, and a sentence for each that is broken. */
import { BUILT_IN_COMMANDS, INVALID_COMMAND_NAME } from '@tiaoli/block-kit';
import { z } from 'zod';

const text = (most: number) => z.string().max(most, `may have ${most} characters at most`);
const named = (most: number) => text(most).min(1, 'must not be empty');
const list = <T extends z.ZodType>(item: T, most: number) =>
  z.array(item).max(most, `may have ${most} entries at most`);
const off = z.boolean().default(false);
/** Slack's own want https; an app on this machine has no certificate. */
const address = z
  .string()
  .refine(
    url => URL.canParse(url) && /^(https:|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(url),
    'must be a whole https address',
  );
const prompts = list(z.looseObject({ title: named(3000), message: named(3000) }), 4).optional();

const command = z.looseObject({
  command: z
    .string()
    .regex(/^\/\S{1,31}$/, 'must be a slash and a word, 32 characters at most')
    .refine(name => !BUILT_IN_COMMANDS.has(name.slice(1)), {
      error: ({ input }) => `is ${String(input)}, which is built into Slack: "${INVALID_COMMAND_NAME}"`,
    }),
  description: text(2000).default(''),
  usage_hint: text(1000).default(''),
  should_escape: off,
  url: address.optional(),
});

const shortcut = z.looseObject({
  name: named(255),
  type: z.enum(['message', 'global'], 'must be "message" or "global"'),
  callback_id: named(255),
  description: text(150).default(''),
});

const features = z.looseObject({
  app_home: z
    .looseObject({
      home_tab_enabled: off,
      messages_tab_enabled: off,
      messages_tab_read_only_enabled: off,
    })
    .optional(),
  bot_user: z.looseObject({ display_name: named(80), always_online: off }).optional(),
  slash_commands: list(command, 50).default([]),
  shortcuts: list(shortcut, 10).default([]),
  unfurl_domains: list(named(255), 5).optional(),
  agent_view: z.looseObject({ agent_description: text(300).optional(), suggested_prompts: prompts }).optional(),
  assistant_view: z.looseObject({ assistant_description: z.string(), suggested_prompts: prompts }).optional(),
});

const scopes = list(named(255), 255);
const events = list(named(255), 100);

export const manifestSchema = z.looseObject({
  _metadata: z
    .looseObject({
      major_version: z.union([z.literal(1), z.literal(2)], 'must be 1 or 2').optional(),
      minor_version: z.number('must be a number').int('must be a whole number').optional(),
    })
    .optional(),
  display_information: z.looseObject({
    name: named(35),
    description: text(140).default(''),
    long_description: text(4000).min(174, 'must have 174 characters at least').optional(),
    background_color: z
      .string()
      .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, 'must be a colour like #1f3a5f')
      .optional(),
  }),
  features: features.prefault({}),
  oauth_config: z
    .looseObject({
      redirect_urls: list(address, 1000).optional(),
      scopes: z
        .looseObject({
          bot: scopes.default([]),
          user: scopes.optional(),
          bot_optional: scopes.optional(),
          user_optional: scopes.optional(),
        })
        .prefault({}),
      token_management_enabled: z.boolean().optional(),
    })
    .prefault({}),
  settings: z
    .looseObject({
      event_subscriptions: z
        .looseObject({
          request_url: address.optional(),
          bot_events: events.default([]),
          user_events: events.optional(),
          metadata_subscriptions: list(z.looseObject({ app_id: named(255), event_type: named(255) }), 20)
            .min(1, 'must have one entry at least')
            .optional(),
        })
        .prefault({}),
      interactivity: z
        .looseObject({
          is_enabled: off,
          request_url: address.optional(),
          message_menu_options_url: address.optional(),
        })
        .prefault({}),
      allowed_ip_address_ranges: list(named(255), 50).optional(),
      org_deploy_enabled: off,
      socket_mode_enabled: off,
      token_rotation_enabled: off,
    })
    .prefault({}),
});

/** What is wrong with a manifest, field by field, in one sentence: `features.slash_commands[0].command must be …`. */
export function manifestFaults({ issues }: z.ZodError): string {
  return `${issues.map(({ path, message }) => `${inWords(path)} ${message}`).join('; ')}.`;
}

function inWords(path: readonly PropertyKey[]): string {
  const words = path.map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return words.length === 0 ? 'The whole' : words.join('').slice(1);
}
