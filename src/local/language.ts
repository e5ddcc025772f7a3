/** The language of the department’s channels in the local workspace. */
import type { Workspace } from '@tiaoli/workspace';
import type { Config } from '../config.ts';
import type { Settings } from '../kernel/settings.ts';
import { localeOf } from '../locales/reader.ts';

/** Where no language is set for the channels, they speak the one people were given with the page. */
export function followingPage(
  { settings, departmentLocale }: Config,
  workspace: Pick<Workspace, 'language'>,
): Settings {
  if (departmentLocale !== undefined) return settings;
  return {
    ...settings,
    get locale() {
      const language = workspace.language();
      return language === undefined ? settings.locale : localeOf(language);
    },
  };
}
