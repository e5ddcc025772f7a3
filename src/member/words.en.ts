/** English: the names of the posts. */
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
