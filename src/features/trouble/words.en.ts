/** English: the bot's own troubles: messages that did not arrive, duties that were missed. */
import type { words as chinese } from './words.zh-CN.ts';

export const words: typeof chinese = {
  undeliveredTitle: 'Messages that did not arrive',
  count: (recipient, count) => `${recipient}: ${count} ${count === 1 ? 'message' : 'messages'}`,
  causes: {
    notInChannel: () => ({
      why: 'I am not in this channel.',
      remedy: 'Please invite me: type `/invite @tiaoli` in that channel.',
    }),
    noChannel: () => ({
      why: 'I cannot see this channel: it does not exist, was renamed, or is private and I was not invited.',
      remedy:
        'If it exists, type `/invite @tiaoli` in it; if it was renamed or replaced, ask the administrator to change its `CHANNEL_…` setting and restart.',
    }),
    archived: () => ({
      why: 'This channel is archived.',
      remedy:
        'Please unarchive it and type `/invite @tiaoli` in it, or ask the administrator to put another channel into its `CHANNEL_…` setting and restart.',
    }),
    scope: scope => ({
      why: scope === null ? 'My token lacks a scope it needs.' : `My token lacks the scope \`${scope}\`.`,
      remedy:
        'Ask the administrator to update the Slack app with what `npm run manifest` prints, reinstall it to the workspace, and set the new token.',
    }),
    token: () => ({
      why: 'Slack no longer takes my token: the app was uninstalled, or the token revoked.',
      remedy: 'Ask the administrator to reinstall the Slack app, set the new `SLACK_BOT_TOKEN` and restart.',
    }),
    person: () => ({
      why: 'This person cannot be written to: deactivated, gone, or without direct messages.',
      remedy: 'If they have left, take back their posts with `/post`, so that what they would decide goes to others.',
    }),
    forbidden: () => ({
      why: 'The workspace’s rules do not let me write there.',
      remedy: 'Ask a workspace administrator to let apps post in that channel, or choose another one.',
    }),
    unfit: () => ({
      why: 'Slack rejects this message as too long or malformed. That is a fault of the program.',
      remedy:
        'Tell the administrator the time, the log has the details; nothing is lost and the commands show what it said.',
    }),
    gone: () => ({
      why: 'The message to be updated is not there any more: somebody deleted it.',
      remedy: 'Nothing needs to be done; the commands show what it said.',
    }),
    unreachable: () => ({
      why: 'Slack could not be reached for a whole day.',
      remedy:
        'Ask the administrator to check the network and <https://slack-status.com|Slack’s status>, and to send them again after that.',
    }),
    other: code => ({
      why: `Slack refused: \`${code ?? '?'}\`.`,
      remedy: 'Tell the administrator this code; `npm run doctor` checks the token, the scopes and the channels.',
    }),
    ours: () => ({
      why: 'The program is at fault: several attempts failed.',
      remedy: 'Tell the administrator the time; the log has the details (`outbox.dead`).',
    }),
  },
  afterwards: 'Once that is put right, the administrator sends them again with `npm run outbox -- retry all`.',
  tokenTitle: 'My messages go out again',
  tokenWhy: (code, from, until) =>
    `From ${from} to ${until} Slack did not take my token (\`${code}\`). No message was lost; those that waited go out now.`,
  tokenHint: 'Whoever clicked or typed something meanwhile and got no answer, please do it again.',
  leadersTitle: 'I no longer post to the leaders’ channel',
  leadersWhy: {
    public: channel => `${channel} is public now: everybody in the workspace can read it.`,
    other: channel => `What is called ${channel} now is not the channel I posted to before.`,
    archived: channel => `${channel} is archived.`,
    unseen: channel => `I cannot see ${channel}: it does not exist, or I am not in it.`,
  },
  leadersRemedies: {
    public:
      'Make it private again, or ask the administrator to set `CHANNEL_LEADERS` to the ID of a private channel and restart.',
    other: 'Ask the administrator to check, to set `CHANNEL_LEADERS` to the ID of the right channel, and to restart.',
    archived:
      'Please unarchive it, or ask the administrator to set `CHANNEL_LEADERS` to the ID of another private channel and restart.',
    unseen:
      'If it exists, type `/invite @tiaoli` in it. If it was replaced, ask the administrator to set `CHANNEL_LEADERS` to the ID of the new one and restart.',
  },
  missedTitle: 'Duties of the clock were missed',
  missedWhy:
    'I was not running, or something failed. Doing them now would be of no use, so they are recorded as missed.',
  missedOnce: (duty, day) => `${duty}: ${day}`,
  missedTimes: (duty, from, to, count) => `${duty}: ${from} to ${to}, ${count} times`,
  missedHint:
    'Say a word in the channel where it matters; what had a deadline (approvals, sign-in sheets) was handled as always.',
  backupTitle: 'Last night’s backup was not made',
  backupWhy: date =>
    `The backup of ${date} could not be written. The earlier ones are untouched, and I try again next night.`,
  backupRemedies: {
    full: folder =>
      `There is not enough room: ask the administrator to make some on the disk of ${folder}, or to set \`BACKUP_DIR\` to another disk.`,
    forbidden: folder =>
      `I may not write there: ask the administrator to let me write to ${folder}, or to set \`BACKUP_DIR\` to another folder.`,
    other: () => 'Ask the administrator to look into the log (`backup.failed`).',
  },
  backupHint: 'Once that is put right, `npm run backup` makes one at once.',
  diskTitle: 'The disk is nearly full',
  diskWhy: (freeMb, boundMb) =>
    `Only ${freeMb} MB are left on the disk with the data; I warn below ${boundMb} MB. With none left I come to a stop.`,
  diskRemedy: folder =>
    folder === null
      ? 'Ask the administrator to make room soon.'
      : `Ask the administrator to make room soon, or to set \`BACKUP_DIR\` (now ${folder}) to another disk.`,
  diskHint: 'I say this once, and again only after there was enough room in between.',
  clockTitle: 'The machine’s clock was set',
  clockSet: (was, is) => `It should have shown ${was}, and shows ${is}.`,
  clockWrong: (was, is, minutes) =>
    `At ${was} it suddenly showed ${is}, and was set back within ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  clockRemedy: 'Ask the administrator to check the time of this machine, and to have it kept by NTP.',
  clockAfter: {
    back: 'What was done is not done again. Sign-ins and entries of that time may bear a wrong time.',
    ahead: 'What fell due in the time passed over was made up for, or is recorded as missed where it came too late.',
  },
  clockWaited: 'I did nothing by the clock meanwhile.',
  restoredTitle: 'A backup was restored',
  restoredWhy: since => `My data are as of ${since}. I know nothing of what was done after that.`,
  restoredFound: count =>
    count === 0
      ? 'I found no message of mine from after it.'
      : `I found ${count} ${count === 1 ? 'message' : 'messages'} of mine from after it, and marked ${count === 1 ? 'it' : 'them'} as no longer counting.`,
  restoredRedrawn: count =>
    count === 1
      ? '1 older message shows again what stood then.'
      : `${count} older messages show again what stood then.`,
  restoredLeft: count =>
    `${count} ${count === 1 ? 'message or channel' : 'messages or channels'} could not be read or changed; the log names them (\`restore.left\`).`,
  restoredRemedy: 'Please tell everybody: whatever was asked for or decided after that has to be done again.',
  restoredHint: 'New numbers begin at least a thousand later, so none is given twice.',
  outdated:
    'This message is from before a backup was restored, and no longer counts. What was decided here is not on file any more; please ask again.',
};
