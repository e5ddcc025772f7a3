/** The posts the regulation names; what a member may do follows from the posts they hold. */

/** A post (岗位). One member may hold several; "everyone" is not a post. */
export type Post = (typeof POSTS)[number];

/** Every post, the most senior first, then in the order the regulation mentions them. */
export const POSTS = [
  'president', // 总裁
  'manager', // 部门经理
  'deputy', // 副经理
  'assistant', // 经理助理
  'supervisor', // 主管
  'presales', // 售前客服
  'aftersales', // 售后客服
  'logistics', // 物流客服
  'keeper', // 库房管理员
  'operations', // 运营专员
  'clerk', // 兼职文书
] as const;

/** Whether the text is the code of a post, written exactly. */
export function isPost(text: string): text is Post {
  return (POSTS as readonly string[]).includes(text);
}

/** The levels of authority there may be; the first and the last have these names also where there are two, as in 8.1 and 8.4. */
export const LEVEL_NAMES = ['leader', 'level2', 'level3', 'president'] as const;

/** What a level is called wherever it is kept: its place, not its posts, as those come from the rulebook. */
export type LevelName = (typeof LEVEL_NAMES)[number];

/** The most levels of authority a rulebook has. */
export const MOST_LEVELS = LEVEL_NAMES.length;

/** A level of authority as the rulebook has it, the lowest first. */
export interface Level {
  posts: readonly Post[];
  /** The most it decides for one person and one incident, in fen, itself within; null at the last, which decides all beyond. */
  upTo: number | null;
  /** Those of its posts who decide about staff only (8.1). */
  staffOnly: readonly Post[];
}

/** 8.1 and 8.4 as they are written: managers and supervisors up to 300 yuan, the president beyond. */
export const USUAL_LEVELS: readonly Level[] = [
  { posts: ['manager', 'supervisor'], upTo: 30_000, staffOnly: ['supervisor'] },
  { posts: ['president'], upTo: null, staffOnly: [] },
];

/** The names of the levels, the lowest first: the last is always the president's. */
export function levelNames(levels: readonly Level[]): LevelName[] {
  return levels.map((_, at) => (at === levels.length - 1 ? 'president' : (LEVEL_NAMES[at] ?? 'president')));
}

/** How high a level stands, counted from 0; a name this rulebook does not have is as high as the last. */
export function rankOf(name: string, levels: readonly Level[]): number {
  const at = (levelNames(levels) as readonly string[]).indexOf(name);
  return at < 0 ? levels.length - 1 : at;
}

/** The level of that name. */
export function levelOf(name: string, levels: readonly Level[]): Level {
  const level = levels[rankOf(name, levels)];
  if (level === undefined) throw new Error('there is no level of authority');
  return level;
}

/** The name of the first level, who decide where nothing is above them. */
export function lowestOf(levels: readonly Level[]): LevelName {
  return levelNames(levels)[0] ?? 'president';
}
