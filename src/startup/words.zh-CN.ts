/** 简体中文：设置有误或者无法启动时，告诉启动程序的人的话。 */

const either = (values: readonly string[]) => `${values.slice(0, -1).join('、')} 或 ${values.at(-1)}`;

export const words = {
  /** What is wrong with a setting: without its name, which `fault` puts before it. */
  settings: {
    fault: (setting: string, what: string) => `${setting}：${what}`,
    oneOf: (values: readonly string[]) => `应为 ${either(values)}`,
    number: (least: number, most: number, example: number) => `应为 ${least} 到 ${most} 的整数，例如 ${example}`,
    minutes: (least: number, most: number, example: number) =>
      `应为分钟数，${least} 到 ${most} 的整数，例如 ${example}`,
    monthlyCap: (example: number) => `应为金额（元），1 到 1000000 的整数，例如 ${example}；不设就不封顶`,
    caseWindow: (example: number) => `应为月数，1 到 999 的整数，例如 ${example}；不设就不限期`,
    retention: (example: number) => `应为月数，0 到 999 的整数，例如 ${example}；设为 0 则永久保留原文`,
    port: (example: number) => `应为 0 到 65535 的端口号，例如 ${example}`,
    time: (example: string) => `应为 24 小时制的时间，例如 ${example}`,
    hours: (example: string) => `应为上午、下午两段时间，按先后写，例如 ${example}`,
    zone: (example: string) => `应为时区的标准名称，例如 ${example}`,
    url: (example: string) => `应为完整的地址，例如 ${example}`,
    firstLeader: (part: string) => `“${part}”应为“岗位=成员编号”，例如 manager=U012AB3CD`,
    apiUrlAlone: '没有 SLACK_BOT_TOKEN 时不起作用；请两项都设，用本地工作区就都不设',
    botTokenMissing: '没有设置；它以 xoxb- 开头，请到 Slack 应用的 OAuth & Permissions 页复制',
    beginning: (prefix: string) => `应以 ${prefix} 开头`,
    transportMissing: '用 Socket Mode 就设这一项（以 xapp- 开头），用 HTTP 就设 SLACK_SIGNING_SECRET',
    secretShort: '太短；请到 Slack 应用的 Basic Information 页重新复制',
  },
  /** What is wrong with a command's name on Slack. */
  names: {
    prefix: ({ prefix }: { prefix: string }) =>
      `“${prefix}”应以小写字母或数字开头，只含小写字母、数字和连字符，例如 hr-`,
    notAPair: ({ part }: { part: string }) => `“${part}”应为“命令=Slack 上的名字”，例如 leave=qingjia`,
    unknown: ({ command, commands }: { command: string; commands: readonly string[] }) =>
      `没有“${command}”这个命令；可以填 ${commands.join('、')}`,
    twice: ({ command }: { command: string }) => `“${command}”有两个名字；请去掉一个`,
    builtIn: ({ name, command }: { name: string; command: string }) =>
      `${name} 是 Slack 自带的命令；请换一个，例如 ${command}=ask${command}`,
    form: ({ name, most }: { name: string; most: number }) =>
      `${name} 应只含小写字母、数字和连字符，斜杠后最多 ${most} 个，例如 /qingjia`,
    taken: ({ name, first, second }: { name: string; first: string; second: string }) =>
      `${name} 成了 ${first} 和 ${second} 共用的名字；请把其中一个改名，例如 ${second}=ask${second}`,
  },
  /** What stands before and after the faults, and why a start with right settings failed. */
  start: {
    settingsWrong: '设置有误，Tiaoli 无法启动：',
    settingsExplained: '每一项设置的说明见 .env.example。',
    failed: (why: string) => `Tiaoli 没能启动：${why}`,
    portTaken: (port: number, setting: string) =>
      `端口 ${port} 已被别的程序占用。请停止那个程序，或者把 ${setting} 设为别的端口。`,
    portDenied: (port: number, setting: string) =>
      `没有权限使用端口 ${port}。请把 ${setting} 设为 1024 以上的端口，例如 3000。`,
    unwritable: (reason: string, folder: string) =>
      `无法写入（${reason}）。请腾出空间、开放写入权限，或者把 DATA_DIR（现在是 ${folder}）设为别的文件夹。`,
    folderTaken: (folder: string, pid: number) =>
      `数据文件夹 ${folder} 正由进程 ${pid} 使用。请先停止它（kill ${pid}），或者把 DATA_DIR 设为别的文件夹。`,
    serverUnusable: (host: string, reason: string) =>
      `${host} 上的 PostgreSQL 无法使用（${reason}）。请检查 DATABASE_URL。`,
    embeddedUnusable: (folder: string, reason: string) =>
      `${folder} 里的内置数据库无法使用（${reason}）。请恢复备份，或者把 DATA_DIR 设为别的文件夹。`,
    slackUnreachable: (address: string, reason: string) =>
      `连不上 Slack（${address}，${reason}）。请检查网络、代理和 SLACK_API_URL。`,
    slackBusy: (address: string, reason: string) => `Slack（${address}）现在没有回应（${reason}）。请过一分钟再启动。`,
    tokenRefused: (token: string, page: string, reason: string) =>
      `Slack 不接受 ${token}（${reason}）。请到 Slack 应用的 ${page} 页重新复制。`,
    noWorkspace: '这个安装里没有本地工作区。请设置 SLACK_BOT_TOKEN 和配套的几项。',
  },
};
