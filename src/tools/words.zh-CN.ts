/** 简体中文：管理员命令在终端里说的话。 */

const running = (pid: number) => `机器人正在运行（进程 ${pid}）。请先停止它（kill ${pid}）。`;

export const words = {
  settingsWrong: '这些设置有误：',
  noDatabase: (folder: string) => `${folder} 里没有数据库。`,
  tooOld: '数据库比程序旧。请先启动一次机器人，它会把数据库更新好。',
  taken: (pid: number) =>
    `机器人正在运行（进程 ${pid}），内置数据库同时只能由一个进程使用。\n先停止它（kill ${pid}），再运行这条命令，然后重新启动。等待发送的消息不会丢。`,
  nobody: (id: string) => `没有见过编号是 ${id} 的人。`,
  doctor: { usage: 'npm run doctor，或者 npm run doctor -- --live' },
  rulebook: {
    usage: `npm run rulebook -- check <文件>          检查一个条例文件，指出哪一行有什么问题
npm run rulebook -- export                显示部门今天有效的条例
npm run rulebook -- export --to <文件>    写到一个新文件里
npm run rulebook -- import <文件>         看这个文件会改动什么
npm run rulebook -- import <文件> --from YYYY-MM-DD --yes
                                          从那天起改动；不写日期就从今天起
`,
    unreadable: (file: string, why: string) => `读不到 ${file}：${why}`,
    wrong: (file: string) => `${file} 还不能用作条例：`,
    right: (file: string, sections: number, articles: number, fileable: number) =>
      `${file} 没有问题：共 ${sections} 章 ${articles} 条，其中 ${fileable} 条可以提出违规。还没有条例的部门可以用 RULEBOOK_FILE 从它开始。`,
    none: '还没有载入条例，请先启动一次程序。',
    unwritten: (file: string, why: string) => `没有写入 ${file}：${why}`,
    done: (file: string) => `条例已写入 ${file}。`,
    notBrought: {
      past: (from: string, today: string) =>
        `${from} 已经过去，那天的事仍按原来的版本处理。请写 ${today} 或更晚的日期。`,
      coming: (number: string, from: string) =>
        `第 ${number} 条已有一版从 ${from} 起生效，会被这个文件盖住。请用 --from ${from} 或更晚的日期。`,
      unit: '已经有违规记录，金额用的是现在的单位，不能再改。请把文件里的 unit 改回来。',
    },
    same: (file: string) => `${file} 和现行条例一样，没有要改的。`,
    would: (from: string) => `从 ${from} 起会改动：`,
    brought: (from: string) => `从 ${from} 起已改动：`,
    title: (before: string, after: string) => `名称：${before} → ${after}`,
    unit: (before: string, after: string) => `单位：${before} → ${after}`,
    levels: (before: string, after: string) => `由谁决定：${before} → ${after}`,
    added: (article: string) => `新增：${article}`,
    changed: (article: string) => `修改：${article}`,
    otherParts: '章节、原编号或别名',
    gone: (article: string) => `不再生效：${article}`,
    setting: (name: string, article: string, before: string, after: string) =>
      `设置 ${name}（${article}）：${before} → ${after}`,
    notSet: '没有写',
    overtaken: (numbers: string) => `第 ${numbers} 条有修改在等总裁签署，它们从旧版改起，到时不能再签。`,
    notYet: '现在什么都没有改，确认后加上 --yes 再运行一次。名称、设置和由谁决定会立即改。',
    asked: (count: number) => `已记录在案。程序运行后会请 ${count} 人读与自己有关的修改。`,
    restart: '请重启程序：设置、由谁决定和单位只在启动时读取。',
  },
  verify: {
    usage: `npm run verify                    检查记录里的决定和金额有没有被改动，各表是否与记录相符
npm run verify -- --head <校验值>   再与发给负责人的校验值核对，可以写全，也可以只写小结里的 16 位
`,
    broken: (where: string, what: string) => `记录不完整，${where}：${what}`,
    /** Between two sentences. */
    gap: '' as string,
    unbroken: { altered: '之前的都没有变。', several: '之前的都没有变。', chain: '链上的各条都没有变。' },
    altered: (number: number, seq: number) =>
      `第 ${number} 条被改动（record 的第 ${seq} 行，或它在 chain_link 里的行）。`,
    removed: (number: number, seq: number) => `第 ${number} 条不见了：record 的第 ${seq} 行被删除。`,
    missing: (number: number) => `第 ${number} 条不见了：它在 chain_link 里的行被删除。`,
    cut: (first: number, last: number) =>
      first === last ? `末尾的第 ${first} 条被截掉。` : `末尾的第 ${first} 到第 ${last} 条被截掉。`,
    head: (number: number) =>
      `chain_head 的那一行被改动或删除。第 1 到第 ${number} 条彼此相符，但是否齐全已无法确认：请与发过的校验值核对。`,
    added: (seq: number) => `record 的第 ${seq} 行是绕过链补写的。`,
    differs: (where: string, what: string) => `与记录不符，${where}：${what}`,
    field: (row: string, table: string, field: string, present: string, recorded: string) =>
      `表 ${table} 的 ${row}：${field} 现在是 ${present}，记录里是 ${recorded}。`,
    gone: (row: string, table: string) => `表 ${table} 的 ${row} 记录里有，却被删除了。`,
    foreign: (row: string, table: string) => `表 ${table} 的 ${row} 不在记录里，是手工加进去的。`,
    whole: (count: number, where: string) => `完整：核对了 ${count} 条，${where}。`,
    headIs: (hash: string) => `校验值：${hash}`,
    older: (seq: number) => `record 到第 ${seq} 行为止比链早，不在链上。`,
    notAsPosted: (hash: string) => `与发过的不符：没有哪一条的校验值是 ${hash}。链被重做过，或者这是另一个数据库。`,
    asPosted: (number: number, since: number) =>
      `与发过的相符：当时是第 ${number} 条，${since === 0 ? '之后没有新增' : `之后新增了 ${since} 条`}。`,
  },
  backup: {
    usage: `npm run backup                   把数据库复制到 BACKUP_DIR
npm run backup -- --to <文件>    复制到这个文件
`,
    exists: (file: string) => `${file} 已经存在。`,
    silent: (pid: number) => `进程 ${pid} 占用着数据库，没有回应。请停止它（kill ${pid}），再运行一次，然后启动它。`,
    fault: (reason: string) => `机器人没能完成：${reason}`,
    done: (rows: number, file: string) =>
      `${file} 里有 ${rows} 行，已读回核对，完整。恢复用 npm run restore -- <文件>。`,
  },
  restore: {
    usage: `npm run restore -- <文件>            没有数据库时，用备份在 DATA_DIR（或 DATABASE_URL）建立
npm run restore -- <文件> --force    先把 DATA_DIR 里原有的移到一旁，不删除
`,
    forceOnServer: '--force 只用于内置数据库；在服务器上请给一个空的数据库。',
    done: (rows: number, at: string) =>
      `已恢复 ${at} 的 ${rows} 行，每张表都与备份核对过。\n新的编号会跳过一段，备份之后用过的不会再用。`,
    running,
    nothing: (reason: string) => `什么都没有恢复：${reason}`,
    exists: (folder: string) => `${folder} 里已有数据库；加上 --force 会把它移到一旁，不删除。`,
    aside: (path: string) => `原来的数据库在 ${path}。`,
  },
  move: {
    usage: `npm run move -- <DATABASE_URL>    把 DATA_DIR 的内置数据库复制到服务器上的空数据库
不写地址就用 DATABASE_URL 里的，这样密码不会出现在进程列表里。
`,
    running: (pid: number) => `${running(pid)}复制期间不能有变动。`,
    nothing: (reason: string) => `什么都没有移动：${reason}`,
    columns: ['表', '行数', '两边相同的 sha256'],
    done: (rows: number, folder: string) =>
      `已移动 ${rows} 行。把 DATABASE_URL 设成这里的地址，再启动机器人。\n${folder} 里的内置数据库保持原样，之后不再写入。`,
  },
  outbox: {
    usage: `npm run outbox                     列出等待发送和已经放弃的消息
npm run outbox -- retry <编号|all>   把放弃的重新发送
npm run outbox -- drop <编号>        不再发送这一条
`,
    none: '没有等待发送的，也没有放弃的。',
    columns: ['编号', '状态', '时长', '收件', '内容', '次数', '错误'],
    states: { pending: '等待', sending: '发送中', dead: '放弃' } as Readonly<Record<string, string>>,
    update: (what: string) => `${what}（更新）`,
    seeLog: '见日志',
    minutes: (count: number) => `${count} 分钟`,
    hours: (count: number) => `${count} 小时`,
    days: (count: number) => `${count} 天`,
    dropped: (id: number) => `第 ${id} 条不再发送。`,
    unknown: (id: number) => `没有等待或放弃的第 ${id} 条；用 npm run outbox 查看。`,
    noneRevived: '没有这样的放弃消息；用 npm run outbox 查看。',
    revived: (count: number) => `${count} 条重新发送；运行中的机器人每隔几秒看一次。`,
  },
  export: {
    usage: `npm run --silent export -- <成员编号>      以 JSON 输出关于一个人的全部内容
npm run export -- <成员编号> --to <文件>   写进一个只有你能读的新文件
`,
    unwritten: (file: string, reason: string) => `${file} 无法写入：${reason}`,
    done: (id: string, file: string) => `${id} 的全部内容在 ${file}。交给本人后请删除。`,
  },
  erase: {
    usage: `npm run erase -- <成员编号>         只说会清除什么
npm run erase -- <成员编号> --yes   清除
`,
    name: '姓名和用户名',
    done: (id: string) => `已清除 ${id} 的：`,
    kept: '保留：谁、何时、做了什么、怎样决定、金额多少。这次清除记录在案。',
    would: (id: string) => `将清除 ${id} 的：`,
    notYet: '还没有清除；清除后无法找回。本人需要的话请先导出，再加上 --yes。',
    active: (id: string) => `${id} 还在团队里：请先在 Slack 停用账号。`,
    posts: (id: string, posts: string) => `${id} 还有岗位（${posts}）：请先用 /post 收回。`,
    matters: (id: string, count: number) => `${id} 还有 ${count} 件事等待决定：请先决定或撤回。`,
  },
  manifest: {
    usage:
      'Socket Mode 不用参数；用 HTTP 时写上 Slack 送达的地址：\nnpm run manifest -- --http https://bot.example.com/slack/events',
    settingsWrong: '这些设置有误，无法生成清单：',
  },
  appoint: {
    usage: `npm run appoint -- president @<成员编号>         总裁离职后，由这个人接任
npm run appoint -- manager @<成员编号>           部门经理离职后，由这个人接任
npm run appoint -- <岗位> @<成员编号> --yes      前任还在也由这个人接任
`,
    held: (post: string, names: string) => `${post}现在是 ${names}，人还在，所以没有改动。确定要换人，请加上 --yes。`,
    done: (who: string, post: string) => `${who} 现在是${post}。`,
    before: (names: string) => `前任 ${names} 的这个岗位已收回。`,
    told: '已记录在案；机器人运行后会通知本人和负责人。',
  },
};
