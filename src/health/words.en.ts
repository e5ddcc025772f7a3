/** English: what `npm run doctor` finds. */
import type { words as chinese } from './words.zh-CN.ts';

const modes = { local: 'the local workspace, no Slack', socket: 'Slack by Socket Mode', http: 'Slack by HTTP' };

export const words: typeof chinese = {
  levels: { ok: 'ok', warning: 'warning', fault: 'FAULT' },
  topics: {
    configuration: 'configuration',
    database: 'database',
    migrations: 'migrations',
    record: 'record',
    outbox: 'outbox',
    disk: 'disk',
    leaders: 'leaders',
    zone: 'time zone',
    calendar: 'calendar',
    token: 'bot token',
    appToken: 'app token',
    scopes: 'scopes',
    clock: 'clock',
    channels: 'channels',
    live: 'live',
  },
  allWell: 'All is well.',
  leftOut: (topics, restWell) => `Not looked at: ${topics}.${restWell ? ' What was looked at is well.' : ''}`,
  settingsExplained: '.env.example explains each setting.',
  faults: count => `${count} ${count === 1 ? 'fault' : 'faults'}; what to do stands above.`,
  configured: (mode, file) => ({ says: `complete: ${modes[mode]}; database: ${file}.` }),
  settingDiffers: (variable, value, article, instead) => ({
    says: `${variable} is ${value}, the regulation says ${instead} (${article}); ${variable} holds.`,
    remedy: `To follow the regulation, take ${variable} out and start again.`,
  }),
  databaseIn: folder => `embedded database in ${folder}`,
  databaseOn: host => `PostgreSQL at ${host}`,
  databaseOpen: which => ({ says: `${which}, its sessions in UTC.` }),
  databaseAbsent: folder => ({ says: `there is none in ${folder} yet; the first start makes it.` }),
  databaseTaken: (folder, pid) => ({
    says: `${folder} is in use by process ${pid}: the bot is running, and what is in the database was not looked at.`,
    remedy: `To have it looked at, stop process ${pid}; or set METRICS_PORT and ask /readyz.`,
  }),
  databaseUnusable: reason => ({
    says: reason,
    remedy:
      'See that it is running, that address and password are right and that this machine may reach it; .env.example explains DATABASE_URL.',
  }),
  migrated: count => ({ says: `all ${count} are applied.` }),
  migrationsMissing: names => ({
    says: `${names.length} not applied yet: ${names.join(', ')}.`,
    remedy: 'Starting the bot applies them; prisma migrate deploy does as well.',
  }),
  migrationsStrange: names => ({
    says: `unknown to this version, changed, or not finished: ${names.join(', ')}.`,
    remedy: 'The database may be of a newer version: use that version of the program, or restore a backup.',
  }),
  recordWhole: entries => ({ says: `${entries} ${entries === 1 ? 'decision' : 'decisions'} on it, none altered.` }),
  recordBroken: {
    says: 'a decision on it was altered, removed or added by hand.',
    remedy: 'npm run verify names the first; compare with a backup, and with the heads posted to the leaders.',
  },
  recordDiffers: (table, key) => ({
    says: `row ${key} of ${table} is not as the record says: it was changed by hand.`,
    remedy: 'npm run verify says what differs; a backup has the row as it was.',
  }),
  outboxFine: pending => ({ says: `${pending} waiting, none given up.` }),
  outboxLate: (pending, minutes) => ({
    says: `${pending} waiting, the oldest for ${minutes} minutes.`,
    remedy: 'See that the bot is running and reaches Slack; npm run outbox lists them.',
  }),
  outboxDead: dead => ({
    says: `${dead} ${dead === 1 ? 'message was' : 'messages were'} given up.`,
    remedy: 'npm run outbox says why; once that is put right, npm run outbox -- retry all sends them again.',
  }),
  diskFine: (freeMb, folder) => ({ says: `${freeMb} MB free where ${folder} stands.` }),
  diskLittle: (freeMb, folder, boundMb) => ({
    says: `only ${freeMb} MB free where ${folder} stands, less than ${boundMb} MB.`,
    remedy: 'Make room, or set DATA_DIR and BACKUP_DIR to a larger disk; with none left the bot comes to a stop.',
  }),
  diskUnknown: (folder, reason) => ({
    says: `the free space for ${folder} is unknown (${reason}).`,
    remedy: 'See that the folder may be read, and watch the disk by other means.',
  }),
  leadersThere: names => ({ says: `${names}.` }),
  leadersToCome: ids => ({ says: `nobody holds a post yet; the start gives FIRST_LEADERS theirs: ${ids}.` }),
  leadersMissing: post => ({
    says: `nobody is ${post}, so nobody can decide what is theirs to decide.`,
    remedy:
      'At the first start set FIRST_LEADERS=president=<member id>,manager=<member id>; later npm run appoint gives the post.',
  }),
  leaderUnknown: (id, error) => ({
    says: `Slack does not know ${id} of FIRST_LEADERS, or the account is deactivated (${error}).`,
    remedy: 'A member id is found in Slack under profile → ⋮ → Copy member ID.',
  }),
  leaderUnfit: id => ({
    says: `${id} of FIRST_LEADERS is a bot, a guest, or from another team.`,
    remedy: 'Name somebody of the team; the bot does not start otherwise.',
  }),
  posts: { president: 'president', manager: 'manager or deputy' },
  zone: (zone, now) => ({ says: `${zone}, where it is ${now}.` }),
  calendarKnown: year => ({ says: `the public holidays are known through ${year}.` }),
  calendarUnknown: year => ({
    says: `the public holidays of ${year} are not known; it is counted on a provisional calendar.`,
    remedy: 'Update the program once they are published, or enter them with /calendar.',
  }),
  noSlack: () => ({ says: 'the local workspace: nothing to check.' }),
  tokenGood: (team, bot) => ({ says: `of the workspace ${team}, as ${bot}.` }),
  tokenRefused: error => ({
    says: `Slack refuses SLACK_BOT_TOKEN (${error}).`,
    remedy: 'Copy it again from OAuth & Permissions of the Slack app; reinstall the app first if it was uninstalled.',
  }),
  slackUnreachable: (url, error) => ({
    says: `${url} cannot be reached (${error}).`,
    remedy: 'Check the network, the proxy and the firewall, and SLACK_API_URL.',
  }),
  appTokenGood: () => ({ says: 'a Socket Mode connection can be opened.' }),
  appTokenRefused: error => ({
    says: `Slack refuses SLACK_APP_TOKEN (${error}).`,
    remedy: 'Make one with connections:write under Basic Information → App-Level Tokens, and switch Socket Mode on.',
  }),
  scopesGood: count => ({ says: `all ${count} that the manifest asks for.` }),
  scopesMissing: scopes => ({
    says: `missing: ${scopes.join(', ')}.`,
    remedy: 'Update the app with what npm run manifest prints, reinstall it to the workspace, and set the new token.',
  }),
  scopesTooMany: scopes => ({
    says: `more than needed: ${scopes.join(', ')}.`,
    remedy: 'The fewer the safer: take them away, as in what npm run manifest prints.',
  }),
  clockWasSet: (was, is) => ({
    says: `set within the last seven days: it should have shown ${was}, and showed ${is}.`,
    remedy: 'Check the time of this machine, and have it kept by NTP.',
  }),
  clockBehind: (served, now) => ({
    says: `it shows ${now}, but the database has what was done at ${served}.`,
    remedy: 'Check the time of this machine, and have it kept by NTP.',
  }),
  clockGood: seconds => ({ says: `${seconds} s from Slack’s.` }),
  clockOff: seconds => ({
    says: `${seconds} s from Slack’s: sign-ins and deadlines are judged wrong.`,
    remedy: 'Switch time synchronisation (NTP) on; from 300 s on, what Slack delivers is refused.',
  }),
  channelGood: name => ({ says: `${name}: I am in it.` }),
  channelMissing: (name, variable) => ({
    says: `I cannot find ${name}: it does not exist, or is private and I was not invited.`,
    remedy: `Make it and type /invite @tiaoli in it; or change ${variable}.`,
  }),
  channelNotJoined: name => ({ says: `I am not in ${name}.`, remedy: 'Type /invite @tiaoli in it.' }),
  channelArchived: (name, variable) => ({
    says: `${name} is archived.`,
    remedy: `Unarchive it, or change ${variable}.`,
  }),
  channelPublic: (name, variable) => ({
    says: `${name} is public: everybody could read what is for leaders, so nothing is posted there.`,
    remedy: `Make it private, or name another one in ${variable}.`,
  }),
  channelsUnseen: error => ({
    says: `they could not be listed (${error}).`,
    remedy: 'Put the token and the scopes right first, then look again.',
  }),
  liveGood: name => ({ says: `Slack accepts my messages; a test message is in ${name}.` }),
  liveRefused: (step, error) => ({
    says: `${step} failed (${error}).`,
    remedy: 'Put the channels and scopes above right, then look again.',
  }),
  testMessage: 'A test message of `npm run doctor -- --live`; nothing needs to be done.',
};
