/** Where failures are ordered, seen waiting and called off, and Slack's limits switched. */
import { useEffect, useState } from '/page/vendor/hooks.js';
import { ask, tell } from './api.js';
import { html } from './html.js';
import { useHints } from './live.js';
import { usePage } from './page-context.js';

/**
 * @typedef {{ id: number, kind: string, method?: string, error?: string, retry_after?: string | number | null,
 *   count?: number, seconds_left?: number }} Waiting
 */

const OF_CONNECTIONS = ['disconnect', 'silent-socket', 'refuse-connection'];
const REASONS = ['refresh_requested', 'warning', 'link_disabled', 'too_many_websockets'];
/** Errors one meets on Slack, as suggestions; any other can be typed. */
const ERRORS = [
  'account_inactive',
  'cant_update_message',
  'channel_not_found',
  'expired_trigger_id',
  'fatal_error',
  'invalid_auth',
  'invalid_blocks',
  'is_archived',
  'message_not_found',
  'missing_scope',
  'msg_too_long',
  'not_in_channel',
  'service_unavailable',
  'token_revoked',
  'user_not_found',
];

export function FaultForm() {
  const { words, fail } = usePage();
  const [waiting, setWaiting] = useState(/** @type {Waiting[]} */ ([]));
  const [limits, setLimits] = useState({ messages: false, tiers: false });
  const load = async () => {
    try {
      setWaiting((await ask('/human/fault')).faults);
      setLimits(await ask('/human/limits'));
    } catch (error) {
      fail(error);
    }
  };
  useEffect(() => {
    load();
  }, []);
  // A fault is used up by traffic, which the log tells of.
  useHints(hint => ['fault', 'log', 'reconnected'].includes(hint.type) && load());
  const set = change => tell('/human/limits', change).then(setLimits, fail);
  return html`<details class="faults">
    <summary>${words.fault}</summary>
    <${Order} />
    ${waiting.length > 0 && html`<h3 id="faults-waiting">${words.faultWaiting}</h3>`}
    ${waiting.length > 0 && html`<ul class="fault-list" aria-labelledby="faults-waiting">${waiting.map(fault => html`<${Line} key=${fault.id} fault=${fault} />`)}</ul>`}
    <fieldset class="limits">
      <legend>${words.limits}</legend>
      <label><input type="checkbox" checked=${limits.messages} onChange=${event => set({ messages: event.currentTarget.checked })} /> ${words.limitMessages}</label>
      <label><input type="checkbox" checked=${limits.tiers} onChange=${event => set({ tiers: event.currentTarget.checked })} /> ${words.limitTiers}</label>
    </fieldset>
  </details>`;
}

function Order() {
  const { words, fail, say } = usePage();
  const [fields, setFields] = useState({
    kind: '429',
    method: '',
    error: '',
    retryAfter: '1',
    reason: 'refresh_requested',
    unit: 'count',
    amount: '1',
  });
  const { kind, unit } = fields;
  const set = name => event => setFields({ ...fields, [name]: event.currentTarget.value });
  const order = async event => {
    event.preventDefault();
    try {
      await tell('/human/fault', orderOf(fields));
      say(words.faultDone(kind));
    } catch (error) {
      fail(error);
    }
  };
  return html`<form onSubmit=${order}>
    <label>${words.faultKind}<select class="input" value=${kind} onChange=${set('kind')}>${Object.entries(words.faultKinds).map(([each, meaning]) => html`<option value=${each}>${each}: ${meaning}</option>`)}</select></label>
    ${kind === 'error' && html`<label>${words.faultError}<input class="input" required list="fault-errors" value=${fields.error} placeholder="channel_not_found" onInput=${set('error')} /><datalist id="fault-errors">${ERRORS.map(each => html`<option value=${each} />`)}</datalist></label>`}
    ${kind === '429' && html`<label>${words.faultRetryAfter}<input class="input" value=${fields.retryAfter} onInput=${set('retryAfter')} /></label>`}
    ${kind === 'disconnect' && html`<label>${words.faultReason}<select class="input" value=${fields.reason} onChange=${set('reason')}>${REASONS.map(each => html`<option value=${each}>${each}</option>`)}</select></label>`}
    ${!OF_CONNECTIONS.includes(kind) && html`<label>${words.faultMethod}<input class="input" value=${fields.method} placeholder="chat.postMessage" onInput=${set('method')} /></label>`}
    ${
      kind !== 'disconnect' &&
      html`<div class="fault-amount">
      <label>${words.faultAmount}<input class="input" type="number" min="1" max="1000" required value=${fields.amount} onInput=${set('amount')} /></label>
      <label>${words.faultUnit}<select class="input" value=${unit} onChange=${set('unit')}><option value="count">${words.faultTimes}</option><option value="seconds">${words.faultSeconds}</option></select></label>
    </div>`
    }
    <button type="submit" class="button danger">${words.faultAdd}</button>
  </form>`;
}

/** @param {{ fault: Waiting }} props */
function Line({ fault }) {
  const { words, fail } = usePage();
  const { id, kind, method, error, retry_after, count, seconds_left } = fault;
  const more = [error, retry_after === undefined ? undefined : `Retry-After: ${retry_after ?? '–'}`, method];
  const what = [kind, ...more.filter(part => part !== undefined)].join(' · ');
  const left = seconds_left === undefined ? words.faultTimesLeft(count ?? 0) : words.faultSecondsLeft(seconds_left);
  const cancel = () => tell('/human/fault/cancel', { id }).catch(fail);
  return html`<li>
    <span>${what} <span class="quiet">${left}</span></span>
    <button type="button" class="button slim" aria-label=${words.faultCancel(what)} onClick=${cancel}>${words.cancel}</button>
  </li>`;
}

/** What is sent for the form: an empty Retry-After leaves the header out, one that is a number goes as a number. */
function orderOf({ kind, method, error, retryAfter, reason, unit, amount }) {
  if (kind === 'disconnect') return { kind, reason };
  const header = retryAfter.trim();
  const given = /^\d+$/.test(header) ? Number(header) : header || null;
  return {
    kind,
    [unit]: Number(amount),
    ...(kind === 'error' && { error: error.trim() }),
    ...(kind === '429' && { retry_after: given }),
    ...(!OF_CONNECTIONS.includes(kind) && method.trim() && { method: method.trim() }),
  };
}
