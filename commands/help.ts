/** `/help`: every command with its usage, from the declarations; open to everybody. */

import { helpForAll } from '../src/features/help/views.ts';
import { halfWidth } from '../src/kernel/halfWidth.ts';
import { LOCALES } from '../src/kernel/locale.ts';
import { refuse } from '../src/kernel/refusal.ts';
import { standingOf } from '../src/member/rules.ts';
import type { Command } from '../src/slack/command.ts';
import { usageSaid } from '../src/slack/usage.ts';

/** `all` gives the register, which contains this command too. */
export function helpWith(all: () => readonly Command[]): Command {
  return {
    name: '/help',
    words: 'help',
    open: true,
    async run({ office, me, reader, text }) {
      const commands = all();
      const wanted = halfWidth(text).toLowerCase().replace(/^\//, '');
      if (wanted === '') {
        const standing = standingOf(me);
        const withoutPost = standing !== true && standing.code === 'member.noPost';
        return helpForAll(
          commands,
          withoutPost ? reader.t.help.noPost : '',
          reader,
          standing === true ? me : undefined,
        );
      }
      const isCalled = ({ name }: Command) => name === `/${wanted}` || reader.called(name) === `/${wanted}`;
      // By the words people have for it as well: "请假", "business trip".
      const isMeant = ({ words }: Command) =>
        LOCALES.some(locale => {
          const { called, lines = [] } = office.speech.languages[locale].commands[words];
          return called.includes(wanted) || lines.includes(wanted);
        });
      const isFor = ({ words }: Command) =>
        wanted.length > 1 && reader.t.commands[words].summary.toLowerCase().startsWith(wanted);
      const command = commands.find(isCalled) ?? commands.find(isMeant) ?? commands.find(isFor);
      const names = commands.map(({ name }) => reader.called(name));
      return command === undefined
        ? refuse('help.noSuchCommand', { text, names })
        : usageSaid(command, reader, standingOf(me) === true ? me : undefined);
    },
  };
}
