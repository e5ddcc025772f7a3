/** The register of slash commands: listeners, `/help`, the manifest and the local menu derive from it. */
import type { Command } from '../src/slack/command.ts';
import { approvals } from './approvals.ts';
import { calendar } from './calendar.ts';
import { checkin } from './checkin.ts';
import { formDoors } from './filings.ts';
import { handover } from './handover.ts';
import { hearingDoors } from './hearings.ts';
import { helpWith } from './help.ts';
import { leave, trip } from './leave.ts';
import { ledger } from './ledger.ts';
import { me } from './me.ts';
import { meeting } from './meeting.ts';
import { post } from './post.ts';
import { praise } from './praise.ts';
import { proposalDoors } from './proposals.ts';
import { rules } from './rules.ts';
import { violation } from './violation.ts';

export const commands: readonly Command[] = [
  helpWith(() => commands),
  me,
  checkin,
  handover,
  leave,
  trip,
  {
    ...violation,
    ...formDoors,
    buttons: { ...formDoors.buttons, ...hearingDoors.buttons, ...proposalDoors.buttons },
    modals: { ...formDoors.modals, ...hearingDoors.modals, ...proposalDoors.modals },
  },
  praise,
  ledger,
  rules,
  approvals,
  meeting,
  calendar,
  post,
];
