/** What only the local workspace's page says of the department, in both languages. */
import { words as en } from './words.en.ts';
import { words as chinese } from './words.zh-CN.ts';

export const guideWords = { 'zh-CN': chinese, en };
