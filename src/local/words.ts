/** What only the local workspace's page says of the department, in both languages. */
import { words as en } from '../locales/en/guide.ts';
import { words as chinese } from '../locales/zh-CN/guide.ts';

export const guideWords = { 'zh-CN': chinese, en };
