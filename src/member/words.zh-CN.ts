/** 简体中文：岗位名称。 */
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
