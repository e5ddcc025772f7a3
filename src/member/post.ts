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
