/** The part of the assembly that gives a department what it begins with: its regulation, and who holds the first posts. */
import { SEATS } from '../prisma/department.ts';
import type { Config } from './config.ts';
import { appoint, unfitFirst } from './features/post/appoint.ts';
import { firstLeadersRefused } from './features/post/views.ts';
import { unusableText } from './features/rulebook/views.ts';
import { loadRulebook } from './features/rulebook/workflow.ts';
import type { Settings } from './kernel/settings.ts';
import { readerOf } from './locales/reader.ts';
import { everHeld } from './member/store.ts';
import type { Office } from './office/office.ts';
import { StartFailure } from './startup/failure.ts';

/** Begins what was not begun yet. Throws `StartFailure` where a file or a setting says something that cannot be. */
export async function beginDepartment(config: Config, office: Office): Promise<void> {
  await openRulebook(config, office);
  await appointFirst(config, office);
}

/** Gives the first posts, where nobody ever held them. Throws `StartFailure` when they are to go to somebody who cannot hold one. */
async function appointFirst({ slack, firstLeaders }: Config, office: Office): Promise<void> {
  const isNew = slack.mode === 'local' && !(await everHeld(office.database.read, 'president'));
  if (isNew) await appoint(office, SEATS, 'seed');
  const unfit = await unfitFirst(office, firstLeaders);
  const { locale, zone } = office.settings;
  const refused = (read: Settings['locale']) => firstLeadersRefused(unfit, readerOf(office.speech, read, zone));
  if (unfit.length > 0) throw new StartFailure(refused, locale);
  await appoint(office, firstLeaders, 'configuration');
}

/** Loads the regulation where there is none yet. Throws `StartFailure`, which names the line and what is wrong in it. */
async function openRulebook({ rulebookFile }: Config, office: Office): Promise<void> {
  const { settings, speech } = office;
  const unusable = await loadRulebook(office, rulebookFile);
  if (unusable === null) return;
  const told = (locale: Settings['locale']) =>
    unusableText(unusable.file, unusable, readerOf(speech, locale, settings.zone));
  throw new StartFailure(told, settings.locale);
}
