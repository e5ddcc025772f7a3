/** Modals: what is submitted, and what their searchable menus offer. */

import { readerOf, sentenceFor } from '../locales/reader.ts';
import { standingOf } from '../member/rules.ts';
import { answerUrl, modalOf } from './answer.ts';
import { plain } from './button.ts';
import type { ModalAnswer, Option } from './command.ts';
import { lineModals } from './confirm.ts';
import { callOf, type Door } from './door.ts';
import { valuesOf } from './form.ts';
import { withNames } from './names.ts';

/** A modal's answer as it is kept for a repeat of the submission: words instead of refusals. */
type KeptAnswer =
  | undefined
  | Exclude<ModalAnswer, undefined | { refusal: unknown }>
  | { errors: Record<string, string> }
  | { sentence: string };

/** Listens to every submission; a sentence about the whole stands at the first input, or in a modal of its own. */
export function listenToModals(door: Door): void {
  const { app, desk, office, reception, register, responseHosts } = door;
  const ofTheDepartment = readerOf(office.speech, office.settings.locale, office.settings.zone);

  app.view({ callback_id: /.*/, type: 'view_submission' }, async ({ ack, view, body, client }) => {
    const firstInput = view.blocks.find(block => block.type === 'input')?.block_id;
    const answer = await desk.take<KeptAnswer>({
      key: `view:${view.id}:${view.hash}`,
      what: view.callback_id,
      from: { team: body.team?.id, app: (body as { api_app_id?: string }).api_app_id },
      userId: body.user.id,
      sentence: sentence => ({ sentence }),
      async work(me, reader) {
        const handler = register.modals.get(view.callback_id) ?? lineModals(door)[view.callback_id];
        if (handler === undefined) return { answer: { sentence: reader.t.common.unknownButton }, keep: true };
        const standing = standingOf(me);
        if (standing !== true) return { answer: { sentence: sentenceFor(standing, reader) }, keep: false };
        const triggerId = (body as { trigger_id?: string }).trigger_id;
        const result = await handler({
          ...callOf(door, client, { me, reader, channelId: '', ...(triggerId === undefined ? {} : { triggerId }) }),
          values: valuesOf(view.state),
          metadata: view.private_metadata,
          replace: (place, said) =>
            desk.follow(answerUrl(place, { ...said, replaces: true }, responseHosts, office.log)),
        });
        if (result === undefined || !('refusal' in result)) return { answer: result, keep: true };
        // A corrected form comes with the same hash: what was refused is not kept.
        const sentence = await withNames(sentenceFor(result.refusal, reader), reception);
        return { answer: { errors: { [result.at]: sentence } }, keep: false };
      },
    });
    if (answer === undefined) return ack();
    if ('errors' in answer) return ack({ response_action: 'errors', errors: answer.errors });
    if ('sentence' in answer && firstInput === undefined)
      return ack({ response_action: 'push', view: modalOf({ text: answer.sentence }, ofTheDepartment) });
    if ('sentence' in answer)
      return ack({ response_action: 'errors', errors: { [firstInput ?? '']: answer.sentence } });
    if ('update' in answer) return ack({ response_action: 'update', view: answer.update });
    return ack({ response_action: 'push', view: answer.push });
  });

  app.view({ callback_id: /.*/, type: 'view_closed' }, async ({ ack }) => ack());

  app.options(/.*/, async ({ ack, options, body, client }) => {
    const offered = await desk.take<Option[]>({
      // Asking what there is changes nothing; each question is its own delivery.
      key: `options:${crypto.randomUUID()}`,
      what: options.action_id,
      from: { team: body.team?.id, app: (body as { api_app_id?: string }).api_app_id },
      userId: body.user.id,
      sentence: text => [{ text, value: '-' }],
      async work(me, reader) {
        const handler = register.options.get(options.action_id);
        if (handler === undefined || standingOf(me) !== true) return { answer: [], keep: false };
        const view = (body as { view?: { state?: unknown } }).view;
        const call = callOf(door, client, { me, reader, channelId: '' });
        const answer = await handler({ ...call, query: options.value, values: valuesOf(view?.state) });
        return { answer, keep: false };
      },
    });
    await ack({
      options: offered.slice(0, 100).map(({ text, value, description }) => ({
        text: plain(text, 75),
        value,
        ...(description ? { description: plain(description, 75) } : {}),
      })),
    });
  });
}
