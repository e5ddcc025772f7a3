/** What `parse` and `link_names` make of the text of a message. */

import { isNo, isYes } from '../json.ts';
import { linkGroups } from '../message/groups.ts';
import { escapeLoose, escapeText, linkAddresses, linkCalls, replaceNames } from '../message/links.ts';
import { findChannel } from './arguments.ts';
import type { Call } from './method.ts';

/**
 * The text as it is stored, its loose signs escaped. Web addresses become links unless `parse` is `none`; with `full` the text is taken as a
 * person's typing, in which no sign means anything and channels, user groups and calls to everyone are named plainly.
 * Handles of people are linked by neither, since Slack has given that up.
 */
export function parsedText(call: Call, text: string): string {
  const { parse, link_names, mrkdwn } = call.args;
  if (parse === 'full')
    return linkAddresses(escapeText(text), words =>
      linkCalls(replaceNames(linkGroups(call.core, words), '#', name => linkTo(call, name))),
    );
  const stored = escapeLoose(text);
  const named = isYes(link_names) ? linkGroups(call.core, stored) : stored;
  return parse === 'none' || isNo(mrkdwn) ? named : linkAddresses(named);
}

function linkTo(call: Call, name: string): string | undefined {
  const channel = findChannel(call, `#${name}`);
  return channel && `<#${channel.id}|${channel.name}>`;
}
