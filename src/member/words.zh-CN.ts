/** 简体中文：岗位名称，一个或几个。 */
import type { Post } from './post.ts';

export const postNames: Record<Post, string> = {
  president: '总裁',
  manager: '部门经理',
  deputy: '副经理',
  assistant: '经理助理',
  supervisor: '主管',
  presales: '售前客服',
  aftersales: '售后客服',
  logistics: '物流客服',
  keeper: '库房管理员',
  operations: '运营专员',
  clerk: '兼职文书',
};

/** 说到谁决定时的简称。 */
const short: Record<Post, string> = { ...postNames, manager: '经理' };

/** “经理或主管” */
export function anyOf(posts: readonly Post[]): string {
  const names = posts.map(post => short[post]);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}或${names.at(-1)}`;
}

/** “经理和主管” */
export function allOf(posts: readonly Post[]): string {
  const names = posts.map(post => short[post]);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}和${names.at(-1)}`;
}

/** 一级提出建议之后的几级：“再由经理提出建议，再由总裁决定”。 */
export function afterwards(levels: readonly (readonly Post[])[]): string {
  return levels.map((posts, at) => `再由${anyOf(posts)}${at < levels.length - 1 ? '提出建议' : '决定'}`).join('，');
}
