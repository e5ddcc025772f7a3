/** What the department may set without touching a rule. Each feature adds its own, with the article it interprets. */
import type { CivilTime } from './civil.ts';
import type { Locale } from './locale.ts';

/** What every rule may know; the rest is added by the features. */
export interface HouseSettings {
  /** The zone all of the department's days and hours are in. */
  zone: string;
  /** The language of channels and of digests. */
  locale: Locale;
  /** 3.1: the company's hours. */
  hours: { morning: readonly [CivilTime, CivilTime]; afternoon: readonly [CivilTime, CivilTime] };
}

export interface Settings extends HouseSettings {}

export const HOUSE_SETTINGS: HouseSettings = {
  zone: 'Asia/Shanghai',
  locale: 'zh-CN',
  hours: { morning: ['08:00', '12:00'], afternoon: ['13:30', '17:30'] },
};
