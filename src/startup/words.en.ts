/** English: what whoever starts the program is told when a setting is wrong or it cannot start. */
import type { words as chinese } from './words.zh-CN.ts';

const either = (values: readonly string[]) => `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;

export const words: typeof chinese = {
  settings: {
    fault: (setting, what) => `${setting}: ${what}`,
    oneOf: values => `must be ${either(values)}`,
    number: (least, most, example) => `must be a whole number from ${least} to ${most}, for example ${example}`,
    minutes: (least, most, example) =>
      `must be a whole number of minutes from ${least} to ${most}, for example ${example}`,
    monthlyCap: example =>
      `must be an amount in whole yuan from 1 to 1000000, such as ${example}; leave it out for no cap`,
    caseWindow: example => `must be a number of months from 1 to 999, such as ${example}; leave it out for no window`,
    retention: example =>
      `must be a number of months from 0 to 999, such as ${example}; 0 keeps for ever what people wrote`,
    port: example => `must be a port from 0 to 65535, for example ${example}`,
    time: example => `must be a time such as ${example}`,
    hours: example => `must be two spans in order, such as ${example}`,
    zone: example => `must be an IANA time zone such as ${example}`,
    url: example => `must be a URL such as ${example}`,
    firstLeader: part => `"${part}" must be a post and a Slack user id, such as manager=U012AB3CD`,
    apiUrlAlone: 'is of no use without SLACK_BOT_TOKEN; set both, or neither for the local workspace',
    botTokenMissing: 'is missing; it begins with xoxb- and stands under OAuth & Permissions',
    beginning: prefix => `must begin with ${prefix}`,
    transportMissing: 'set it for Socket Mode (begins with xapp-), or SLACK_SIGNING_SECRET for HTTP',
    secretShort: 'is too short; copy it from Basic Information',
  },
  names: {
    prefix: ({ prefix }) =>
      `"${prefix}" must be lower-case letters, digits and hyphens, not beginning with a hyphen, such as hr-`,
    notAPair: ({ part }) => `"${part}" must be a command and its name on Slack, such as leave=qingjia`,
    unknown: ({ command, commands }) => `"${command}" is none of the commands; they are ${commands.join(', ')}`,
    twice: ({ command }) => `"${command}" is given two names; leave one of them out`,
    builtIn: ({ name, command }) =>
      `${name} is a command of Slack's own; choose another, such as ${command}=ask${command}`,
    form: ({ name, most }) =>
      `${name} must be lower-case letters, digits and hyphens, at most ${most} after the slash, such as /qingjia`,
    taken: ({ name, first, second }) =>
      `${name} would name both ${first} and ${second}; give one of them another name, such as ${second}=ask${second}`,
  },
  start: {
    settingsWrong: 'Tiaoli cannot start with these settings:',
    settingsExplained: 'Each setting is explained in .env.example.',
    failed: why => `Tiaoli could not start: ${why}`,
    portTaken: (port, setting) =>
      `port ${port} is taken by another program. Stop it, or set ${setting} to another port.`,
    portDenied: (port, setting) =>
      `port ${port} may not be used by this user. Set ${setting} to a port from 1024 on, such as 3000.`,
    unwritable: (reason, folder) =>
      `${reason}. Make room, allow writing, or set DATA_DIR (now ${folder}) to another folder.`,
    folderTaken: (folder, pid) =>
      `The data folder ${folder} is in use by process ${pid}. Stop it first, or set DATA_DIR to another folder.`,
    serverUnusable: (host, reason) => `PostgreSQL at ${host} cannot be used: ${reason}. Check DATABASE_URL.`,
    embeddedUnusable: (folder, reason) =>
      `The embedded database in ${folder} cannot be used: ${reason}. Restore a backup, or set DATA_DIR to another folder.`,
    slackUnreachable: (address, reason) =>
      `Slack cannot be reached at ${address} (${reason}). Check the network, the proxy and SLACK_API_URL.`,
    slackBusy: (address, reason) => `Slack at ${address} does not answer now (${reason}); start again in a minute.`,
    tokenRefused: (token, page, reason) =>
      `Slack refuses ${token} (${reason}): copy it again from “${page}” of the Slack app.`,
    noWorkspace: 'there is no local workspace in this installation. Set SLACK_BOT_TOKEN and what goes with it.',
  },
};
