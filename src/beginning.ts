/** The part of the assembly that gives a department what it begins with: its regulation, and who holds the first posts. */
import { SEATS } from '../prisma/department.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { appoint, unfitFirst } from './features/post/appoint.ts';
import { firstLeadersRefused } from './features/post/views.ts';
import { settingsInForce } from './features/rulebook/setting.ts';
import { unusableText } from './features/rulebook/views.ts';
import { carrySettings, loadRulebook, settingsIn, wholeIn } from './features/rulebook/workflow.ts';
import { features } from './features.ts';
import type { Settings } from './kernel/settings.ts';
import { readerOf } from './locales/reader.ts';
import { everHeld } from './member/store.ts';
import { interpretingBy, speechOf } from './office/collected.ts';
import type { Office } from './office/office.ts';
import { StartFailure } from './startup/failure.ts';

/**
 * Loads the regulation where there is none yet, and answers the settings that hold: the defaults, before them what stands
 * beside the articles, before that what the environment sets. Throws `StartFailure`, which names the line and what is
 * wrong in it.
 */
export async function openRulebook(
  { rulebookFile, settings, environmentSettings }: Config,
  { database, log }: Pick<Office, 'database' | 'log'>,
): Promise<Settings> {
  const interpreting = interpretingBy(features);
  const loading = { database, wallClock: systemClock, interpreting };
  const unusable = await loadRulebook(loading, rulebookFile);
  if (unusable !== null) {
    const told = (locale: Settings['locale']) =>
      unusableText(unusable.file, unusable, interpreting, readerOf(speechOf(features), locale, settings.zone));
    throw new StartFailure(told, settings.locale);
  }
  const carried = await carrySettings(loading, rulebookFile, environmentSettings);
  if (carried !== null) log.info('rulebook.settingsCarried', { ...carried });
  const whole = await wholeIn(database.read);
  return settingsInForce({ ...settings, ...whole }, await settingsIn(database.read), environmentSettings);
}

/** Gives the first posts, where nobody ever held them. Throws `StartFailure` when they are to go to somebody who cannot hold one. */
export async function appointFirst({ slack, firstLeaders }: Config, office: Office): Promise<void> {
  const isNew = slack.mode === 'local' && !(await everHeld(office.database.read, 'president'));
  if (isNew) await appoint(office, SEATS, 'seed');
  const unfit = await unfitFirst(office, firstLeaders);
  const { locale, zone } = office.settings;
  const refused = (read: Settings['locale']) => firstLeadersRefused(unfit, readerOf(office.speech, read, zone));
  if (unfit.length > 0) throw new StartFailure(refused, locale);
  await appoint(office, firstLeaders, 'configuration');
}
