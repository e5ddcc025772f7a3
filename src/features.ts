/** The register of features. What one declares is collected from here; adding a noun adds a line. */
import { approval } from './features/approval/feature.ts';
import { attendance } from './features/attendance/feature.ts';
import { calendar } from './features/calendar/feature.ts';
import { handover } from './features/handover/feature.ts';
import { help } from './features/help/feature.ts';
import { leave } from './features/leave/feature.ts';
import { ledger } from './features/ledger/feature.ts';
import { me } from './features/me/feature.ts';
import { meeting } from './features/meeting/feature.ts';
import { post } from './features/post/feature.ts';
import { praise } from './features/praise/feature.ts';
import { proposal } from './features/proposal/feature.ts';
import { record } from './features/record/feature.ts';
import { retention } from './features/retention/feature.ts';
import { rulebook } from './features/rulebook/feature.ts';
import { summary } from './features/summary/feature.ts';
import { trouble } from './features/trouble/feature.ts';
import { violation } from './features/violation/feature.ts';
import type { Complete } from './office/complete.ts';

/** In the order of the sections of `/me` and of the Home tab. */
export const features = [
  approval,
  leave,
  attendance,
  handover,
  meeting,
  violation,
  praise,
  ledger,
  proposal,
  rulebook,
  calendar,
  post,
  record,
  summary,
  retention,
  trouble,
  help,
  me,
] as const;

/** Does not compile while something a feature adds by name (a message, a sentence, a kind of matter) is declared by none. */
export const complete: Complete<(typeof features)[number]> = true;
