/** How often each method may be called, as Slack publishes it. */

/** Calls a minute, and how many may come at once before the pace counts. */
export interface Tier {
  perMinute: number;
  burst: number;
}

const T1: Tier = { perMinute: 1, burst: 3 };
const T2: Tier = { perMinute: 20, burst: 20 };
const T3: Tier = { perMinute: 50, burst: 50 };
const T4: Tier = { perMinute: 100, burst: 100 };
/** "Hundreds of requests a minute", for light methods. */
const LIGHT: Tier = { perMinute: 600, burst: 600 };
/** "Several hundred messages a minute" in a whole team; how many in one channel is another limit. */
const POSTING: Tier = { perMinute: 300, burst: 300 };

const BY_TIER: [Tier, string[]][] = [
  [T1, ['apps.connections.open', 'apps.uninstall']],
  [
    T2,
    [
      'assistant.threads.setSuggestedPrompts',
      'assistant.threads.setTitle',
      'conversations.archive',
      'conversations.close',
      'conversations.create',
      'conversations.list',
      'conversations.rename',
      'conversations.setPurpose',
      'conversations.setTopic',
      'conversations.unarchive',
      'emoji.list',
      'pins.add',
      'pins.list',
      'pins.remove',
      'reactions.list',
      'reactions.remove',
      'usergroups.list',
      'usergroups.users.list',
      'users.conversations',
      'users.list',
    ],
  ],
  [
    T3,
    [
      'auth.revoke',
      'bots.info',
      'chat.delete',
      'chat.deleteScheduledMessage',
      'chat.meMessage',
      'chat.scheduleMessage',
      'chat.scheduledMessages.list',
      'chat.unfurl',
      'chat.update',
      'conversations.history',
      'conversations.info',
      'conversations.invite',
      'conversations.join',
      'conversations.kick',
      'conversations.leave',
      'conversations.mark',
      'conversations.open',
      'conversations.replies',
      'files.delete',
      'files.list',
      'reactions.add',
      'reactions.get',
      'team.info',
      'users.getPresence',
      'users.lookupByEmail',
    ],
  ],
  [
    T4,
    [
      'api.test',
      'chat.postEphemeral',
      'conversations.members',
      'files.completeUploadExternal',
      'files.getUploadURLExternal',
      'files.info',
      'oauth.v2.access',
      'users.info',
      'users.profile.get',
      'views.open',
      'views.publish',
      'views.push',
      'views.update',
    ],
  ],
  [LIGHT, ['assistant.threads.setStatus', 'auth.test', 'blocks.validate', 'chat.getPermalink']],
  [POSTING, ['chat.postMessage']],
];

/** Every method by its tier. */
export const TIERS: ReadonlyMap<string, Tier> = new Map(
  BY_TIER.flatMap(([tier, methods]) => methods.map((method): [string, Tier] => [method, tier])),
);

/** The tier of a method; most of Slack's are of the third. */
export function tierOf(method: string): Tier {
  return TIERS.get(method) ?? T3;
}
