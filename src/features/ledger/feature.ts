/** What the ledger declares of itself. */
import type { Feature } from '../../office/feature.ts';
import { messages, own } from '../../office/feature.ts';
import { ledgerKept } from './kept.ts';
import { ledgerRefs } from './messages.ts';
import { ledgerComposers, ownLedger } from './reading.ts';
import { ledgerRecorded } from './recorded.ts';
import { ledgerSettings } from './settings.ts';
import { ledgerDrawings, ownLedgerLines } from './views.ts';
import * as en from './words.en.ts';
import * as chinese from './words.zh-CN.ts';

export const ledger = {
  name: 'ledger',
  words: { 'zh-CN': chinese, en },
  messages: messages(ledgerRefs, ledgerComposers, ledgerDrawings),
  own: own(ownLedger, ownLedgerLines),
  settings: ledgerSettings,
  kept: ledgerKept,
  recorded: ledgerRecorded,
} as const satisfies Feature;
