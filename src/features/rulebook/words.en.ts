/** English: the regulation. */
import type { CommandWords } from '../../locales/command.ts';
import { monthsText, ordinal, timeIn } from '../../locales/ordinal.ts';
import { LEADERS } from '../../member/rules.ts';
import { words as amendment, refusals as ofAmendment, usages } from './amendment/words.en.ts';
import { SWITCHERS } from './switch/rules.ts';
import { refusals as ofSwitch, words as switched, usages as switching } from './switch/words.en.ts';
import type { words as chinese } from './words.zh-CN.ts';

export { duties, matters } from './amendment/words.en.ts';

export const refusals = { ...ofAmendment, ...ofSwitch };

export const commands = {
  rules: {
    summary: 'The regulation: find an article, read it whole with its changes',
    called: ['rules', 'regulation', 'articles'],
    usages: [
      { line: '/rules', does: 'list every article' },
      { line: '/rules 1.9', does: 'one article whole: whom it binds, what it costs, since when it is in force' },
      { line: '/rules late', does: 'search by words, post, or the regulation’s own number' },
      { ...usages.amend, who: LEADERS },
      { ...usages.withdraw, who: LEADERS },
      { ...usages.receipts, who: LEADERS },
      switching.switches,
      { ...switching.off, who: SWITCHERS },
      { ...switching.proposals, who: SWITCHERS },
      { ...switching.on, who: SWITCHERS },
    ],
  },
} satisfies Record<string, CommandWords>;

export const words: typeof chinese = {
  consequences: { 'transfer-or-dismissal': 'transfer or dismissal', 'return-to-hr': 'return to HR' },
  per: {
    occurrence: amount => `${amount} each time`,
    item: amount => `${amount} per item`,
    response: amount => `${amount} per slow reply`,
  },
  open: 'amount proposed by the filer',
  compensation: 'the loss is made good',
  onRecord: 'on record; an amount may be added',
  withNotice: '1 notice of criticism',
  byPresident: what => `${what} (the president decides)`,
  ladder: {
    within: months => `in ${monthsText(months)}, `,
    between: '; ',
    step: (nth, isLast, costs) =>
      isLast ? `from the ${ordinal(nth)} on: ${costs}` : `${ordinal(nth)}${nth === 1 ? ' time' : ''}: ${costs}`,
    time: (nth, months, costs) => `${timeIn.en(nth, months)}: ${costs}`,
  },
  title: 'Articles of the regulation',
  found: count => `${count} ${count === 1 ? 'article' : 'articles'}`,
  none: query => `No article speaks of “${query}”. Try another word, for example \`/rules online\`.`,
  hint: 'For the full text give a number, for example `/rules 1.9`',
  notFileable: '(not filed as a violation)',
  source: number => `In the original: ${number}`,
  binds: who => `Binds: ${who}`,
  everyone: 'everyone',
  everyoneBut: who => `everyone but the ${who}`,
  inForce: (version, from) => `Version ${version} of the article, in force since ${from}`,
  ended: from => `No longer in force from ${from} on`,
  history: 'Its versions',
  readings: 'How it is read here',
  setElsewhere: value => ` (set by the administrator; the regulation says ${value})`,
  noBound: 'no limit',
  nothing: 'none',
  yes: 'yes',
  no: 'no',
  amendment,
  switch: switched,
  faults: {
    yaml: says => `this is not valid YAML: ${says}`,
    shape: (where, says) => `${where}: ${says}`,
    twice: name => `“${name}” is there twice; a name is used once`,
    otherSection: (article, section) =>
      `article ${article} stands in section ${section}, so its number must begin with ${section}.`,
    noKey: 'where an article covers several situations, each needs a label',
    severalPrices: 'a situation has one of fine, compensation and onRecord',
    noPriceOfTier: 'it does not say what follows: write fine, compensation, onRecord or leadsTo',
    perWithoutFigure: 'per goes with a fine of a fixed amount only',
    noPrice: article =>
      `article ${article} has no tiers: say what a breach means, or write found: procedure where there is nothing to break`,
    priceOfProcedure: article => `article ${article} is found: procedure, so it cannot have tiers`,
    tiersBesideLadder: article => `article ${article} has a ladder, so it cannot have tiers: leave one of them out`,
    ladderNotFiled: article =>
      `nobody files under article ${article}, so it cannot have a ladder: leave it or found out`,
    shortLadder: 'a ladder has two steps at least; where each case costs the same, write tiers',
    noPriceOfStep: 'the step does not say what follows: write fine, notice: true or leadsTo',
    unknownSetting: (name, known) =>
      known.length === 0
        ? `“${name}” is no setting, and this article has none; take it out`
        : `“${name}” is no setting; of this article there are ${known.join(', ')}`,
    settingElsewhere: (name, article, interprets) =>
      `${name} does not interpret ${article}; it stands under ${interprets.join(' or ')}`,
    noSuchPart: part =>
      `the value has no part {${part}}; in a reading {value} stands for the value, {part} for a part of it`,
    authorityLevels: most => `there are at most ${most} levels of authority`,
    postTwice: post => `${post} stands in two levels; a post belongs to one`,
    limitNotRising: below => `the limits rise from level to level, so this upTo is above ${below}`,
    authorityLast: 'the last level is [president], who signs the regulation',
    authorityStaff: 'staffOnly names posts of its own level, and the last level has none',
    noLimit: 'it does not say up to how much this level decides: write upTo',
    wholePoints: 'points are whole; write a figure without a fraction',
    limitOfLast: 'the last level decides all that is beyond, so it has no upTo',
    line: (line, what) => `line ${line}: ${what}`,
    unusable: file => `The rulebook ${file} cannot be used. Put this right and start again:`,
    unreadable: (file, why) => `The rulebook ${file} cannot be read: ${why}. Check RULEBOOK_FILE.`,
  },
};

/** So many of what is erased. */
export const erased = {
  switches: (count: number) =>
    `${count} ${count === 1 ? 'reason why an article was switched off' : 'reasons why articles were switched off'}`,
};
