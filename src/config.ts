/** The only reader of the environment: what is set, what it means, and every fault at once with what would be right. */
import { join } from 'node:path';
import { z } from 'zod';
import { features } from './features.ts';
import { isCivilTime, isZone } from './kernel/civil.ts';
import { fineWords } from './kernel/fineWord.ts';
import { LOCALES, type Locale } from './kernel/locale.ts';
import { yuan } from './kernel/money.ts';
import type { Settings } from './kernel/settings.ts';
import { type CommandNaming, houseNames } from './locales/naming.ts';
import { isPost, type Post } from './member/post.ts';
import { proposedKindsOf, settingsOf, speechOf } from './office/collected.ts';
import { type Explicit, explicitIn, valuesOf } from './office/explicit.ts';
import type { ChannelRole } from './office/office.ts';
import { nameFaultIn, namingOnSlack } from './slack/commandNames.ts';
import { type StartupWords, startupLocale, startupWords } from './startup/words.ts';
import type { DatabaseSource } from './store/database.ts';

export const DEFAULT_SETTINGS = settingsOf(features);

/** The variable of each setting that the environment may set, and of its parts. */
const variables = {
  hours: 'WORKING_HOURS',
  meetingTimes: { morning: 'MORNING_MEETING', weekly: 'WEEKLY_MEETING', wrapup: 'WRAPUP_MEETING' },
  reminderMinutes: 'MEETING_REMINDER_MINUTES',
  graceMinutes: 'MEETING_GRACE_MINUTES',
  skipWrapupInWeekOff: 'SKIP_WRAPUP_IN_WEEK_OFF',
  weeklyMoves: 'WEEKLY_MOVES',
  weeklyReplacesMorning: 'WEEKLY_REPLACES_MORNING',
  signInPunches: 'SIGN_IN_PUNCHES',
  reportsFrom: 'REPORTS_FROM',
  approvalReminderTime: 'APPROVAL_REMINDER',
  caseThreshold: 'CASE_THRESHOLD',
  caseWindowMonths: 'CASE_WINDOW_MONTHS',
  noticeThreshold: 'NOTICE_THRESHOLD',
  hearingWorkdays: 'HEARING_WORKDAYS',
  appealWorkdays: 'APPEAL_WORKDAYS',
  splitDays: 'SPLIT_DAYS',
  ledgerMonthlyCap: 'LEDGER_MONTHLY_CAP',
  fineWord: 'FINE_WORD',
  proposalsOff: 'PROPOSALS_OFF',
  retentionMonths: 'RETENTION_MONTHS',
} as const satisfies Partial<Record<keyof Settings, Variable | Record<string, Variable>>>;

type Variable = keyof z.output<ReturnType<typeof schemaIn>>;

/** The company's hours (3.1), as they are set. */
const usualHours = '08:00-12:00,13:30-17:30';

const COMMANDS = Object.keys(speechOf(features).languages.en.commands).map(name => `/${name}`);

export type SlackMode =
  | { mode: 'local' }
  | { mode: 'socket'; botToken: string; appToken: string }
  | { mode: 'http'; botToken: string; signingSecret: string };

export interface Config {
  slack: SlackMode;
  /** Slack's Web API, or any server that speaks it. */
  slackApiUrl: string | undefined;
  database: DatabaseSource;
  port: number;
  dataDir: string;
  channels: Record<ChannelRole, string>;
  /** Who is in the local workspace. */
  workspaceSeed: 'department' | 'difficult';
  /** Whether some of them come to meetings and punch by themselves. */
  workspaceColleagues: boolean;
  firstLeaders: { memberId: string; post: Post }[];
  /** The regulation to begin with; null: ours. */
  rulebookFile: string | null;
  /** What the commands are called on Slack, and what the sentences call them here: in the local workspace as in the house. */
  commandNames: { onSlack: CommandNaming; here: CommandNaming };
  /** As the environment and the defaults have them; the rulebook stands between. */
  settings: Settings;
  /** What the environment sets of them itself, before the rulebook. */
  environmentSettings: readonly Explicit[];
  /** The channels' language where it is set; in the local workspace the page decides otherwise. */
  departmentLocale: Settings['locale'] | undefined;
  /** Where health and metrics are served; null: nowhere. */
  metrics: { port: number; host: string } | null;
  /** How many deliveries one person may make within so many seconds; 0: without limit. */
  rateLimit: { deliveries: number; seconds: number };
  /** Where backups of the embedded database go, and how many days they are kept; 0: none are made at night. */
  backups: { folder: string; keepDays: number };
  /** Free MB in the data folder below which people are warned; 0: never. */
  diskFreeMb: number;
  logLevel: 'info' | 'warn' | 'error' | 'silent';
}

export type Environment = Record<string, string | undefined>;

/**
 * The configuration, or all faults of it, each a sentence with what would be right, in the language given: otherwise the
 * department's, or the terminal's.
 */
export function readConfig(
  environment: Environment,
  locale: Locale = startupLocale(environment),
): { config: Config } | { faults: string[] } {
  const { settings: words, names } = startupWords(locale);
  const set = Object.fromEntries(
    Object.entries(environment).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()]] : [])),
  );
  const parsed = schemaIn(words).safeParse(set);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => words.fault(String(path[0] ?? ''), message));
  const complain: Complain = (setting, what) => faults.push(words.fault(setting, what));
  const slack = slackMode(set, complain, words);
  const onSlack = commandNamesOf(set, complain, names);
  if (!parsed.success || faults.length > 0) return { faults };
  const { data } = parsed;
  return {
    config: {
      slack,
      slackApiUrl: data.SLACK_API_URL,
      database:
        data.DATABASE_URL === undefined
          ? { kind: 'folder', path: data.DATA_DIR }
          : { kind: 'server', url: data.DATABASE_URL },
      port: data.PORT,
      dataDir: data.DATA_DIR,
      channels: {
        department: data.CHANNEL_DEPARTMENT,
        service: data.CHANNEL_SERVICE,
        notices: data.CHANNEL_NOTICES,
        leaders: data.CHANNEL_LEADERS,
      },
      workspaceSeed: data.WORKSPACE_SEED,
      workspaceColleagues: data.WORKSPACE_COLLEAGUES,
      firstLeaders: data.FIRST_LEADERS,
      rulebookFile: data.RULEBOOK_FILE ?? null,
      commandNames: { onSlack, here: slack.mode === 'local' ? houseNames : onSlack },
      settings: {
        ...DEFAULT_SETTINGS,
        zone: data.ZONE,
        locale: data.DEPARTMENT_LOCALE ?? DEFAULT_SETTINGS.locale,
        ...valuesOf(variables, data),
      },
      environmentSettings: explicitIn(variables, set, data),
      departmentLocale: data.DEPARTMENT_LOCALE,
      metrics: data.METRICS_PORT === undefined ? null : { port: data.METRICS_PORT, host: data.METRICS_HOST },
      rateLimit: { deliveries: data.RATE_LIMIT, seconds: data.RATE_LIMIT_SECONDS },
      backups: { folder: data.BACKUP_DIR ?? join(data.DATA_DIR, 'backups'), keepDays: data.BACKUP_KEEP },
      diskFreeMb: data.DISK_FREE_MB,
      logLevel: data.LOG_LEVEL,
    },
  };
}

type SettingWords = StartupWords['settings'];

/** Takes what is wrong with a setting. */
type Complain = (setting: string, what: string) => void;

const wholeNumber = (least: number, most: number, what: string) =>
  z
    .string()
    .refine(text => /^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= most, what)
    .transform(Number);

const url = (protocols: string[], what: string) =>
  z.string().refine(text => URL.canParse(text) && protocols.includes(new URL(text).protocol), what);

/** Every setting, with what is said of one that is wrong. */
function schemaIn(words: SettingWords) {
  const number = (least: number, most: number, fallback: number) =>
    wholeNumber(least, most, words.number(least, most, fallback)).default(fallback);
  const minutes = (fallback: number) => wholeNumber(1, 120, words.minutes(1, 120, fallback)).default(fallback);
  const port = (example: number) => wholeNumber(0, 65_535, words.port(example));
  const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, words.oneOf(values));
  const yesNo = (fallback: boolean) =>
    oneOf(['true', 'false'])
      .default(fallback ? 'true' : 'false')
      .transform(text => text === 'true');
  const clockTime = (fallback: string) => z.string().refine(isCivilTime, words.time(fallback)).default(fallback);
  return z.object({
    SLACK_API_URL: url(['http:', 'https:'], words.url('https://slack.com/api/')).optional(),
    DATABASE_URL: url(
      ['postgres:', 'postgresql:'],
      words.url('postgresql://tiaoli:secret@localhost:5432/tiaoli'),
    ).optional(),
    PORT: port(3000).default(3000),
    METRICS_PORT: port(9464).optional(),
    METRICS_HOST: z.string().default('127.0.0.1'),
    RATE_LIMIT: number(0, 99, 40),
    RATE_LIMIT_SECONDS: number(1, 99, 10),
    DATA_DIR: z.string().default('./data'),
    BACKUP_DIR: z.string().optional(),
    BACKUP_KEEP: number(0, 9_999, 14),
    DISK_FREE_MB: number(0, 9_999_999, 500),
    WORKSPACE_SEED: oneOf(['department', 'difficult']).default('department'),
    WORKSPACE_COLLEAGUES: yesNo(false),
    CHANNEL_DEPARTMENT: z.string().default('department'),
    CHANNEL_SERVICE: z.string().default('service'),
    CHANNEL_NOTICES: z.string().default('notices'),
    CHANNEL_LEADERS: z.string().default('leaders'),
    FIRST_LEADERS: z
      .string()
      .default('')
      .transform((text, context) => firstLeaders(text, context, words)),
    RULEBOOK_FILE: z.string().optional(),
    ZONE: z.string().refine(isZone, words.zone('Asia/Shanghai')).default(DEFAULT_SETTINGS.zone),
    DEPARTMENT_LOCALE: oneOf(LOCALES).optional(),
    WORKING_HOURS: z
      .string()
      .default(usualHours)
      .transform((text, context) => workingHours(text, context, words)),
    MORNING_MEETING: clockTime(DEFAULT_SETTINGS.meetingTimes.morning),
    WEEKLY_MEETING: clockTime(DEFAULT_SETTINGS.meetingTimes.weekly),
    WRAPUP_MEETING: clockTime(DEFAULT_SETTINGS.meetingTimes.wrapup),
    MEETING_REMINDER_MINUTES: minutes(DEFAULT_SETTINGS.reminderMinutes),
    MEETING_GRACE_MINUTES: minutes(DEFAULT_SETTINGS.graceMinutes),
    SKIP_WRAPUP_IN_WEEK_OFF: yesNo(DEFAULT_SETTINGS.skipWrapupInWeekOff),
    WEEKLY_MOVES: yesNo(DEFAULT_SETTINGS.weeklyMoves),
    WEEKLY_REPLACES_MORNING: yesNo(DEFAULT_SETTINGS.weeklyReplacesMorning),
    SIGN_IN_PUNCHES: yesNo(DEFAULT_SETTINGS.signInPunches),
    REPORTS_FROM: clockTime(DEFAULT_SETTINGS.reportsFrom),
    APPROVAL_REMINDER: clockTime(DEFAULT_SETTINGS.approvalReminderTime),
    CASE_THRESHOLD: number(1, 99, DEFAULT_SETTINGS.caseThreshold),
    CASE_WINDOW_MONTHS: wholeNumber(1, 999, words.caseWindow(12)).nullable().default(null),
    NOTICE_THRESHOLD: number(1, 99, DEFAULT_SETTINGS.noticeThreshold),
    HEARING_WORKDAYS: number(0, 20, DEFAULT_SETTINGS.hearingWorkdays),
    APPEAL_WORKDAYS: number(0, 60, DEFAULT_SETTINGS.appealWorkdays),
    SPLIT_DAYS: number(0, 90, DEFAULT_SETTINGS.splitDays),
    PROPOSALS_OFF: listOf(proposedKindsOf(features), words),
    LEDGER_MONTHLY_CAP: wholeNumber(1, 1_000_000, words.monthlyCap(500)).transform(yuan).nullable().default(null),
    FINE_WORD: oneOf(fineWords).default(DEFAULT_SETTINGS.fineWord),
    RETENTION_MONTHS: wholeNumber(0, 999, words.retention(24)).default(DEFAULT_SETTINGS.retentionMonths),
    LOG_LEVEL: oneOf(['info', 'warn', 'error', 'silent']).default('warn'),
  });
}

/** What the commands are called on Slack; what cannot be is told with the other faults. */
function commandNamesOf(
  { COMMAND_PREFIX: prefix = '', COMMAND_NAMES: names = '' }: Environment,
  complain: Complain,
  sentences: StartupWords['names'],
) {
  const found = namingOnSlack(COMMANDS, { prefix, names });
  if ('naming' in found) return found.naming;
  for (const fault of found.faults) complain(fault.setting, nameFaultIn(fault, sentences));
  return houseNames;
}

/** Which Slack: none of the three variables is the local workspace; otherwise the bot token and exactly one transport. */
function slackMode(set: Environment, complain: Complain, words: SettingWords): SlackMode {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = set;
  if (botToken === undefined && appToken === undefined && signingSecret === undefined) {
    if (set.SLACK_API_URL !== undefined) complain('SLACK_API_URL', words.apiUrlAlone);
    return { mode: 'local' };
  }
  if (botToken === undefined) complain('SLACK_BOT_TOKEN', words.botTokenMissing);
  else if (!botToken.startsWith('xoxb-')) complain('SLACK_BOT_TOKEN', words.beginning('xoxb-'));
  if (appToken === undefined && signingSecret === undefined) complain('SLACK_APP_TOKEN', words.transportMissing);
  if (appToken !== undefined && !appToken.startsWith('xapp-')) complain('SLACK_APP_TOKEN', words.beginning('xapp-'));
  if (signingSecret !== undefined && signingSecret.length < 16) complain('SLACK_SIGNING_SECRET', words.secretShort);
  // Told above already, so nothing is started with it.
  if (botToken === undefined) return { mode: 'local' };
  // With both, Socket Mode: whoever made an app-level token wants it, and the secret is in every app.
  if (appToken !== undefined) return { mode: 'socket', botToken, appToken };
  return { mode: 'http', botToken, signingSecret: signingSecret ?? '' };
}

/** Some of these, with commas between. */
const listOf = (values: readonly string[], words: SettingWords) =>
  z
    .string()
    .default('')
    .transform(text => text.split(',').flatMap(part => part.trim() || []))
    .refine(parts => parts.every(part => values.includes(part)), words.oneOf(values));

function firstLeaders(text: string, context: z.RefinementCtx, words: SettingWords): { memberId: string; post: Post }[] {
  return text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
    .flatMap(part => {
      const [post, memberId] = part.split('=').map(half => half.trim());
      if (post !== undefined && memberId !== undefined && isPost(post) && /^[A-Za-z0-9_-]+$/.test(memberId))
        return [{ post, memberId }];
      context.addIssue({ code: 'custom', message: words.firstLeader(part) });
      return [];
    });
}

function workingHours(text: string, context: z.RefinementCtx, words: SettingWords): Settings['hours'] {
  const found = /^(\d\d:\d\d)-(\d\d:\d\d),(\d\d:\d\d)-(\d\d:\d\d)$/.exec(text.replaceAll(' ', ''));
  const [a, b, c, d] = found?.slice(1) ?? [];
  const all = [a, b, c, d].filter(time => time !== undefined && isCivilTime(time)) as string[];
  if (all.length === 4 && a && b && c && d && a < b && b < c && c < d) return { morning: [a, b], afternoon: [c, d] };
  context.addIssue({ code: 'custom', message: words.hours(usualHours) });
  return DEFAULT_SETTINGS.hours;
}
