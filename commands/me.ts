/** `/me`. */
import type { Member } from '../src/domain/member.ts';
import type { Reader } from '../src/locales/reader.ts';
import type { Command, Said } from '../src/slack/command.ts';
import type { Office } from '../src/workflows/ports.ts';

export const me: Command = {
  name: '/me',
  words: 'me',
  async run() {
    return undefined;
  },
};

/** The Home tab: the same as `/me`. */
export async function home(_me: Member, reader: Reader, _office: Office): Promise<Said> {
  return { text: reader.t.common.hello };
}
