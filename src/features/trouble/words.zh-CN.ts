/** 简体中文：机器人自己的故障：没有送到的消息、错过的任务。 */

export const words = {
  undeliveredTitle: '有消息没有送到',
  /** 某个频道或某人，各几条。 */
  count: (recipient: string, count: number) => `${recipient}：${count} 条`,
  /** 每种原因：为什么、怎么办。 */
  causes: {
    notInChannel: () => ({
      why: '我不在这个频道里。',
      remedy: '请在该频道输入 `/invite @tiaoli` 邀请我。',
    }),
    noChannel: () => ({
      why: '我看不到这个频道：它不存在、改了名，或者是没有邀请我的私密频道。',
      remedy:
        '频道还在的话，请在里面输入 `/invite @tiaoli`；改了名或换了频道的话，请管理员修改对应的 `CHANNEL_…` 设置并重启。',
    }),
    archived: () => ({
      why: '这个频道已经归档。',
      remedy: '请取消归档，并在频道里输入 `/invite @tiaoli`；或请管理员把对应的 `CHANNEL_…` 设置改成另一个频道并重启。',
    }),
    scope: (scope: string | null) => ({
      why: scope === null ? '我的令牌缺少需要的权限。' : `我的令牌缺少权限 \`${scope}\`。`,
      remedy: '请管理员用 `npm run manifest` 的清单更新 Slack 应用，重新安装到工作区，再换上新的令牌。',
    }),
    token: () => ({
      why: 'Slack 不再接受我的令牌：应用被卸载，或者令牌被撤销。',
      remedy: '请管理员重新安装 Slack 应用，更新 `SLACK_BOT_TOKEN` 并重启。',
    }),
    person: () => ({
      why: '无法给此人发消息：账号已停用、已离开，或者不接受私信。',
      remedy: '如果此人已经离开，请用 `/post` 收回岗位，该岗位要办的事会转给别人。',
    }),
    forbidden: () => ({
      why: '工作区的规定不允许我在那里发言。',
      remedy: '请工作区管理员允许应用在该频道发言，或换一个频道。',
    }),
    unfit: () => ({
      why: 'Slack 不接受这条消息：太长，或者格式不对。这是程序的问题。',
      remedy: '请把时间告诉管理员，日志里有详情；内容本身没有丢，可以用命令查看。',
    }),
    gone: () => ({
      why: '要更新的消息已经不在了：有人删除了它。',
      remedy: '不用处理；内容可以用命令查看。',
    }),
    unreachable: () => ({
      why: '整整一天都连不上 Slack。',
      remedy: '请管理员检查网络和 <https://slack-status.com|Slack 的状态>，恢复以后再发一次。',
    }),
    other: (code: string | null) => ({
      why: `Slack 拒绝了：\`${code ?? '?'}\`。`,
      remedy: '请把这个代号告诉管理员；`npm run doctor` 会检查令牌、权限和频道。',
    }),
    ours: () => ({
      why: '程序出错，试了多次都没有成功。',
      remedy: '请把时间告诉管理员，日志里有详情（`outbox.dead`）。',
    }),
  },
  afterwards: '处理好以后，管理员可以用 `npm run outbox -- retry all` 重新发送。',
  tokenTitle: '我的消息又能发出去了',
  tokenWhy: (code: string, from: string, until: string) =>
    `${from} 至 ${until}，Slack 不接受我的令牌（\`${code}\`）。消息一条没丢，积压的现在补发。`,
  tokenHint: '这段时间里点了或输入了却没有回音的，请再做一次。',
  leadersTitle: '我不再往管理层频道发消息',
  leadersWhy: {
    public: (channel: string) => `${channel} 现在是公开频道，工作区里谁都能看。`,
    other: (channel: string) => `现在叫 ${channel} 的，不是我以前发消息的那个频道。`,
    archived: (channel: string) => `${channel} 已经归档。`,
    unseen: (channel: string) => `我看不到 ${channel}：它不存在，或者我不在里面。`,
  },
  leadersRemedies: {
    public: '请把它改回私密频道，或者请管理员把 `CHANNEL_LEADERS` 设成一个私密频道的 ID 并重启。',
    other: '请管理员核对，把 `CHANNEL_LEADERS` 设成正确频道的 ID 并重启。',
    archived: '请取消归档，或者请管理员把 `CHANNEL_LEADERS` 设成另一个私密频道的 ID 并重启。',
    unseen:
      '频道还在的话，请在里面输入 `/invite @tiaoli`；换了频道的话，请管理员把 `CHANNEL_LEADERS` 设成新频道的 ID 并重启。',
  },
  missedTitle: '有定时任务错过了',
  missedWhy: '我当时没有运行，或者出了故障；现在补做已经没有意义，所以没有补做，已记录为错过。',
  missedOnce: (duty: string, day: string) => `${duty}：${day}`,
  missedTimes: (duty: string, from: string, to: string, count: number) => `${duty}：${from} 至 ${to}，共 ${count} 次`,
  missedHint: '需要的话请在频道里人工说明一声；到期的审批、签到表等不受影响，已照常处理。',
  backupTitle: '昨晚的备份没有做成',
  backupWhy: (date: string) => `${date} 的备份写不进去。以前的备份都还在，明晚我会再试。`,
  backupRemedies: {
    full: (folder: string) =>
      `空间不够：请管理员在 ${folder} 所在的磁盘上腾出空间，或者把 \`BACKUP_DIR\` 设到另一块磁盘。`,
    forbidden: (folder: string) =>
      `没有写入权限：请管理员允许我写入 ${folder}，或者把 \`BACKUP_DIR\` 设成另一个文件夹。`,
    other: (_folder: string) => '请管理员查看日志（`backup.failed`）。',
  },
  backupHint: '处理好以后，用 `npm run backup` 可以马上做一次。',
  diskTitle: '磁盘快满了',
  diskWhy: (freeMb: number, boundMb: number) =>
    `数据所在的磁盘只剩 ${freeMb} MB，低于 ${boundMb} MB 我就会提醒。一点不剩的时候我会停下来。`,
  diskRemedy: (folder: string | null) =>
    folder === null
      ? '请管理员尽快腾出空间。'
      : `请管理员尽快腾出空间，或者把 \`BACKUP_DIR\`（现在是 ${folder}）设到另一块磁盘。`,
  diskHint: '这件事只说一次，空间恢复以后再不够才会再说。',
  clockTitle: '机器的时钟被调过',
  clockSet: (was: string, is: string) => `本该是 ${was}，时钟却显示 ${is}。`,
  clockWrong: (was: string, is: string, minutes: number) =>
    `${was} 时，时钟忽然显示 ${is}，${minutes} 分钟以内又调了回来。`,
  clockRemedy: '请管理员核对这台机器的时间，并打开自动对时（NTP）。',
  clockAfter: {
    back: '已经做过的事不会重做；这期间的签到和记录，时间可能不准。',
    ahead: '跳过的这段时间里该做的事，来得及的已经补做，来不及的记为错过。',
  },
  clockWaited: '这期间定时的事都停下来等着，没有按错的时间做。',
  restoredTitle: '数据恢复到了备份',
  restoredWhy: (since: string) => `数据回到了 ${since}，这之后办过的事我都不知道了。`,
  restoredFound: (count: number) =>
    count === 0 ? '没有找到我在这之后发的消息。' : `找到我在这之后发的消息 ${count} 条，都已注明作废。`,
  restoredRedrawn: (count: number) => `更早的消息有 ${count} 条，已改回备份时的内容。`,
  restoredLeft: (count: number) => `还有 ${count} 处读不到或改不了，日志里有详情（\`restore.left\`）。`,
  restoredRemedy: '请通知大家：这之后提出的申请、做过的决定，都要重新办理。',
  restoredHint: '新的编号至少往后跳一千，不会与以前的重复。',
  /** 代替恢复备份以后作废的消息。 */
  outdated: '数据已恢复到更早的备份，这条消息作废。这里办过的事没有留下记录，需要的话请重新提出。',
};

declare module '../../locales/sentences.ts' {
  interface FeatureWords {
    trouble: typeof words;
  }
}
