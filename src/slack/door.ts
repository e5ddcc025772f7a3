/** What every listener of the door to Slack works with. */
import type { App } from '@slack/bolt';
import { refuse } from '../kernel/refusal.ts';
import { type Examples, filledIn } from '../locales/examples.ts';
import type { CommandNaming } from '../locales/naming.ts';
import type { Reader } from '../locales/reader.ts';
import type { Member } from '../member/rules.ts';
import type { Office, Reception } from '../office/office.ts';
import type { Client } from './answer.ts';
import type { Call, Command, Said } from './command.ts';
import type { Desk, Origin } from './desk.ts';
import { mentionOf } from './mention.ts';
import type { RateLimit } from './rate.ts';
import type { Register } from './register.ts';
import { deliverSheet } from './sheetFile.ts';
import { passOn, showForm } from './upload.ts';

export interface DoorOptions {
  app: App;
  office: Office;
  reception: Reception;
  commands: readonly Command[];
  /** What commands may be called when they are typed; where two disagree about a name, the first has it. */
  namings: readonly CommandNaming[];
  /** The Home tab of a member. */
  home(me: Member, reader: Reader, office: Office): Promise<Said>;
  /** What the examples in an answer name for that person: what stands for these names. */
  examples(me: Member, names: ReadonlySet<string>): Promise<Examples>;
  /** Our own team and app, once known; deliveries of others are refused. */
  ours(): Origin;
  /** What one person may do in a while. */
  rateLimit: RateLimit;
  /** Hosts a response_url may point to. */
  responseHosts: readonly string[];
}

export interface Door extends DoorOptions {
  register: Register;
  desk: Desk;
}

/** The call of a person that is handed to a command's handlers. */
export function callOf(
  { office, reception, examples }: Door,
  client: Client,
  { me, reader, channelId, triggerId }: { me: Member; reader: Reader; channelId: string; triggerId?: string },
): Call {
  return {
    office,
    me,
    reader,
    channelId,
    async open(view) {
      if (triggerId === undefined) throw new Error('there is no trigger to open a modal with');
      const filled = await filledIn(view, names => examples(me, names));
      await showForm(filled, shown => client.views.open({ trigger_id: triggerId, view: shown }), office.log);
    },
    passOn: file => passOn(client, me.id, file, office.log),
    deliver: file => deliverSheet(client, me.id, file, office.log),
    async permalink(channel, message_ts) {
      try {
        return (await client.chat.getPermalink({ channel, message_ts })).permalink ?? null;
      } catch (fault) {
        office.log.info('permalink.unknown', { error: String(fault) });
        return null;
      }
    },
    once: token => reception.lines.once(token, me.id),
    async mentioned(text, command) {
      const mention = mentionOf(text);
      if (mention === null) return refuse('member.unknown', { text, command });
      const found = 'id' in mention ? await reception.meet(mention.id) : await reception.byHandle(mention.handle);
      return found ?? refuse('member.unknown', { text, command });
    },
  };
}
