/** English: the names of the posts, one by one and several. */
import type { Post } from './post.ts';

export const postNames: Record<Post, string> = {
  president: 'president',
  manager: 'department manager',
  deputy: 'deputy manager',
  assistant: 'manager’s assistant',
  supervisor: 'supervisor',
  presales: 'pre-sales service',
  aftersales: 'after-sales service',
  logistics: 'logistics service',
  keeper: 'warehouse keeper',
  operations: 'operations specialist',
  clerk: 'records clerk',
};

/** As short as people say them of those who decide. */
const short: Record<Post, string> = { ...postNames, manager: 'manager', deputy: 'deputy', assistant: 'assistant' };

/** "manager or supervisor" */
export function anyOf(posts: readonly Post[]): string {
  const names = posts.map(post => short[post]);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** "manager and supervisor" */
export function allOf(posts: readonly Post[]): string {
  const names = posts.map(post => short[post]);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** What follows a recommendation, level by level: "then the manager recommends, then the president decides". */
export function afterwards(levels: readonly (readonly Post[])[]): string {
  const said = levels.map(
    (posts, at) => `then the ${anyOf(posts)} ${at < levels.length - 1 ? 'recommends' : 'decides'}`,
  );
  return said.join(', ');
}

/** "Managers and supervisors", at the beginning of a sentence. */
export function severalOf(posts: readonly Post[]): string {
  const names = posts.map(post => `${short[post]}s`);
  const text = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
