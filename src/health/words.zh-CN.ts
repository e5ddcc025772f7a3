/** 简体中文：`npm run doctor` 的检查结果。 */

type Told = { says: string; remedy?: string };

export const words = {
  levels: { ok: '正常', warning: '注意', fault: '故障' },
  topics: {
    configuration: '配置',
    database: '数据库',
    migrations: '数据库结构',
    record: '记录',
    outbox: '待发消息',
    disk: '磁盘',
    leaders: '负责人',
    zone: '时区',
    calendar: '日历',
    token: '令牌',
    appToken: '应用令牌',
    scopes: '权限',
    clock: '时钟',
    channels: '频道',
    live: '实发检查',
  },
  allWell: '一切正常。',
  leftOut: (topics: string, restWell: boolean) => `没有检查：${topics}。${restWell ? '检查过的都没有故障。' : ''}`,
  settingsExplained: '.env.example 解释每一项设置。',
  faults: (count: number) => `${count} 项故障，请按上面的说明处理。`,
  configured: (mode: 'local' | 'socket' | 'http', file: string): Told => ({
    says: `设置齐全：${{ local: '本地工作区，不连接 Slack', socket: 'Slack（Socket Mode）', http: 'Slack（HTTP）' }[mode]}；数据库：${file}。`,
  }),
  settingDiffers: (variable: string, value: string, article: string, instead: string) => ({
    says: `${variable} 设为 ${value}，条例写的是 ${instead}（${article}），现以 ${variable} 为准。`,
    remedy: `要按条例办，请去掉 ${variable} 再启动。`,
  }),
  databaseIn: (folder: string) => `${folder} 里的内置数据库`,
  databaseOn: (host: string) => `${host} 上的 PostgreSQL`,
  databaseOpen: (which: string): Told => ({ says: `${which}，会话时区 UTC。` }),
  databaseAbsent: (folder: string): Told => ({ says: `${folder} 里还没有数据库，第一次启动时会创建。` }),
  databaseTaken: (folder: string, pid: number): Told => ({
    says: `${folder} 正由进程 ${pid} 使用（机器人在运行），数据库里的内容没有检查。`,
    remedy: `要检查数据库，先停止进程 ${pid}；或者设置 METRICS_PORT，查看 /readyz。`,
  }),
  databaseUnusable: (reason: string): Told => ({
    says: reason,
    remedy: '确认数据库在运行、地址和密码正确、这台机器可以访问；说明见 .env.example 的 DATABASE_URL。',
  }),
  migrated: (count: number): Told => ({ says: `${count} 个结构变更全部就位。` }),
  migrationsMissing: (names: string[]): Told => ({
    says: `有 ${names.length} 个结构变更尚未执行：${names.join('、')}。`,
    remedy: '启动机器人时会自动执行；或者先运行 prisma migrate deploy。',
  }),
  migrationsStrange: (names: string[]): Told => ({
    says: `数据库里有本版本不认识、被改过或没有完成的结构变更：${names.join('、')}。`,
    remedy: '数据库可能来自更新的版本：请使用对应版本的程序，或者恢复备份。',
  }),
  recordWhole: (entries: number): Told => ({ says: `${entries} 条决定，没有被改动。` }),
  recordBroken: {
    says: '有决定被人手工改动、删除或补写。',
    remedy: '用 npm run verify 查看是哪一条；再与备份、与发给负责人的校验值核对。',
  } as Told,
  recordDiffers: (table: string, key: string): Told => ({
    says: `表 ${table} 的 ${key} 与记录不符，被人手工改过。`,
    remedy: '用 npm run verify 查看哪里不符；改动前的内容在备份里。',
  }),
  outboxFine: (pending: number): Told => ({ says: `${pending} 条等待发送，没有发不出去的。` }),
  outboxLate: (pending: number, minutes: number): Told => ({
    says: `${pending} 条等待发送，最早的已等了 ${minutes} 分钟。`,
    remedy: '确认机器人在运行，而且连得上 Slack；逐条查看：npm run outbox。',
  }),
  outboxDead: (dead: number): Told => ({
    says: `${dead} 条消息发不出去，已经放弃。`,
    remedy: '用 npm run outbox 查看原因，处理好以后用 npm run outbox -- retry all 重新发送。',
  }),
  diskFine: (freeMb: number, folder: string): Told => ({ says: `${folder} 所在的磁盘还有 ${freeMb} MB。` }),
  diskLittle: (freeMb: number, folder: string, boundMb: number): Told => ({
    says: `${folder} 所在的磁盘只剩 ${freeMb} MB，不到 ${boundMb} MB。`,
    remedy: '请腾出空间，或者把 DATA_DIR 和 BACKUP_DIR 设到更大的磁盘；一点不剩的时候机器人会停下来。',
  }),
  diskUnknown: (folder: string, reason: string): Told => ({
    says: `不知道 ${folder} 所在的磁盘还有多少空间（${reason}）。`,
    remedy: '请确认这个文件夹可以读取，并用别的办法留意磁盘。',
  }),
  leadersThere: (names: string): Told => ({ says: `${names}。` }),
  leadersToCome: (ids: string): Told => ({ says: `还没有人任职；启动时会按 FIRST_LEADERS 任命 ${ids}。` }),
  leadersMissing: (post: string): Told => ({
    says: `没有人担任${post}，需要其决定的事没有人能决定。`,
    remedy: '第一次启动前设置 FIRST_LEADERS=president=成员编号,manager=成员编号；之后用 npm run appoint 任命。',
  }),
  leaderUnknown: (id: string, error: string): Told => ({
    says: `FIRST_LEADERS 里的 ${id} 在 Slack 里找不到或已停用（${error}）。`,
    remedy: '成员编号在 Slack 的 个人资料 → ⋮ → 复制成员 ID。',
  }),
  leaderUnfit: (id: string): Told => ({
    says: `FIRST_LEADERS 里的 ${id} 是机器人、访客或外部人员。`,
    remedy: '请改成团队里的人，否则机器人不会启动。',
  }),
  posts: { president: '总裁', manager: '部门经理或副经理' },
  zone: (zone: string, now: string): Told => ({ says: `${zone}，现在是 ${now}。` }),
  calendarKnown: (year: number): Told => ({ says: `放假安排已知到 ${year} 年。` }),
  calendarUnknown: (year: number): Told => ({
    says: `不知道 ${year} 年的放假安排，按暂定日历计算。`,
    remedy: '公布以后更新程序，或用 /calendar 录入。',
  }),
  noSlack: (): Told => ({ says: '本地工作区，不用检查。' }),
  tokenGood: (team: string, bot: string): Told => ({ says: `属于工作区 ${team}，机器人叫 ${bot}。` }),
  tokenRefused: (error: string): Told => ({
    says: `Slack 不接受 SLACK_BOT_TOKEN（${error}）。`,
    remedy: '在 Slack 应用的 OAuth & Permissions 页重新复制；应用被卸载过的话先重新安装。',
  }),
  slackUnreachable: (url: string, error: string): Told => ({
    says: `连不上 ${url}（${error}）。`,
    remedy: '检查网络、代理和防火墙，以及 SLACK_API_URL。',
  }),
  appTokenGood: (): Told => ({ says: '可以打开 Socket Mode 连接。' }),
  appTokenRefused: (error: string): Told => ({
    says: `Slack 不接受 SLACK_APP_TOKEN（${error}）。`,
    remedy: '在 Basic Information → App-Level Tokens 新建一个带 connections:write 的令牌，并打开 Socket Mode。',
  }),
  scopesGood: (count: number): Told => ({ says: `清单要求的 ${count} 项权限都有。` }),
  scopesMissing: (scopes: string[]): Told => ({
    says: `缺少权限：${scopes.join('、')}。`,
    remedy: '用 npm run manifest 的清单更新应用，重新安装到工作区，再换上新的令牌。',
  }),
  scopesTooMany: (scopes: string[]): Told => ({
    says: `有用不到的权限：${scopes.join('、')}。`,
    remedy: '权限越少越安全：按 npm run manifest 的清单去掉它们。',
  }),
  clockWasSet: (was: string, is: string): Told => ({
    says: `近七天里被调过：本该是 ${was}，却显示 ${is}。`,
    remedy: '请核对这台机器的时间，并打开自动对时（NTP）。',
  }),
  clockBehind: (served: string, now: string): Told => ({
    says: `现在显示 ${now}，而数据库里已有 ${served} 做过的事。`,
    remedy: '请核对这台机器的时间，并打开自动对时（NTP）。',
  }),
  clockGood: (seconds: number): Told => ({ says: `与 Slack 相差 ${seconds} 秒。` }),
  clockOff: (seconds: number): Told => ({
    says: `与 Slack 相差 ${seconds} 秒，签到和截止时间会不准。`,
    remedy: '请打开这台机器的时间同步（NTP）；相差 300 秒以上时 Slack 的请求会被拒绝。',
  }),
  channelGood: (name: string): Told => ({ says: `${name}：我在里面。` }),
  channelMissing: (name: string, variable: string): Told => ({
    says: `找不到 ${name}：不存在，或者是没有邀请我的私密频道。`,
    remedy: `建好频道并在里面输入 /invite @tiaoli；或者修改 ${variable}。`,
  }),
  channelNotJoined: (name: string): Told => ({
    says: `我不在 ${name} 里。`,
    remedy: '在该频道输入 /invite @tiaoli。',
  }),
  channelArchived: (name: string, variable: string): Told => ({
    says: `${name} 已归档。`,
    remedy: `取消归档，或者修改 ${variable}。`,
  }),
  channelPublic: (name: string, variable: string): Told => ({
    says: `${name} 是公开频道，谁都能看，所以不往里面发给负责人的消息。`,
    remedy: `把它改成私密频道，或者在 ${variable} 里换一个频道。`,
  }),
  channelsUnseen: (error: string): Told => ({
    says: `没能列出频道（${error}）。`,
    remedy: '先处理上面的令牌和权限，再检查一次。',
  }),
  liveGood: (name: string): Told => ({ says: `Slack 接受我的消息格式，测试消息已发到 ${name}。` }),
  liveRefused: (step: string, error: string): Told => ({
    says: `${step} 失败（${error}）。`,
    remedy: '按上面的频道和权限说明处理，再检查一次。',
  }),
  testMessage: '这是 `npm run doctor -- --live` 的测试消息，不用处理。',
};
