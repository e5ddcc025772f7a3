import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardToDecide, decide, type Verdict } from '../../../src/features/approval/decision.ts';
import { delegate, endLoan } from '../../../src/features/approval/delegation/workflow.ts';
import { approvalByToken } from '../../../src/features/approval/store.ts';
import { leaveById } from '../../../src/features/leave/store.ts';
import { giveBackLeave, requestLeave } from '../../../src/features/leave/workflow.ts';
import { isRefusal } from '../../../src/kernel/refusal.ts';
import { endPost, givePost, memberOf, saveIdentity } from '../../../src/member/store.ts';
import type { Office } from '../../../src/office/office.ts';
import { type Department, openDepartment } from '../../support/department.ts';
import { keepFigures } from '../../support/figures.ts';

let department: Department;
let office: Office;

beforeAll(async () => {
  department = await openDepartment({ at: '2026-12-01T10:00', beside: true }); // a Tuesday
  office = department.application.office;
});
afterAll(() => department.close());

const approvers = ['UMANAGER', 'UDEPUTY', 'UASSISTANT'];
/** Days asked for so far, by member. */
const asked = new Map<string, number>();

/** A pending leave of its own day, with the token of its approval. */
async function pending(memberId: string): Promise<{ id: number; token: string }> {
  const me = await person(memberId);
  const next = asked.get(memberId) ?? 0;
  asked.set(memberId, next + 1);
  const day = new Date(Date.UTC(2026, 11, 7 + Math.floor(next / 5) * 7 + (next % 5))).toISOString().slice(0, 10);
  const span = { from: day, fromHalf: 'am', to: day, toHalf: 'pm' } as const;
  const sent = await requestLeave(office, me, { kind: 'annual', span, reason: 'family', emergency: false });
  if (isRefusal(sent)) throw new Error(sent.code);
  const row = await office.database.read.approval.findFirstOrThrow({
    where: { kind: 'leave', subjectId: sent.leave.id },
  });
  return { id: sent.leave.id, token: row.token };
}

async function person(id: string) {
  const member = await memberOf(office.database.read, id);
  if (member === null) throw new Error(`there is no ${id}`);
  return member;
}

/** 'approved' and the like, or the refusal's code. */
async function outcome(token: string, actorId: string, verdict: Verdict = 'approved', reason: string | null = null) {
  const decided = await decide(office, token, actorId, verdict, reason);
  return isRefusal(decided) ? decided.code : decided.decision?.state;
}

describe('a decision is taken once', () => {
  it('of fifty at the same moment one counts, and all others are told whose', async () => {
    const { id, token } = await pending('UPRESALES1');
    const tries = Array.from({ length: 50 }, (_, index) =>
      decide(office, token, approvers[index % 3] ?? '', index % 2 === 0 ? 'approved' : 'rejected', 'too many away'),
    );
    const answers = await Promise.all(tries);
    const won = answers.flatMap(answer => (isRefusal(answer) ? [] : [answer.decision]));
    expect(won).toHaveLength(1);
    const [winner] = won;
    const told = { accuses: false, state: winner?.state, by: winner?.by, at: '2026-12-01 10:00' };
    expect(answers.filter(isRefusal)).toEqual(
      Array.from({ length: 49 }, () => ({ code: 'approval.decided', params: told })),
    );
    expect((await leaveById(office.database.read, id))?.state).toBe(winner?.state);

    await department.application.settled();
    expect(await department.as('presales1').messages()).toHaveLength(1);
    const records = await office.database.read.record.findMany({ where: { deed: { startsWith: 'approval.' } } });
    expect(records.map(({ deed }) => deed)).toEqual(['approval.opened', `approval.${winner?.state}`]);
    for (const approver of approvers) {
      const [card] = await department.as(approver).messages();
      expect(card?.text).toContain(
        `已由 <@${winner?.by}> 于 2026-12-01 10:00 ${winner?.state === 'approved' ? '批准' : '驳回'}`,
      );
      expect(JSON.stringify(card?.blocks)).not.toContain('approval.approve');
    }
    keepFigures(4, 'test/features/approval/decision.test.ts', {
      'decisions tried at once': tries.length,
      'decisions taken': won.length,
    });
  });

  it('of taking it back and deciding at the same moment one counts, and the leave agrees with its approval', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, token } = await pending('UPRESALES2');
      const decides = () => decide(office, token, 'UDEPUTY', 'approved', null);
      const withdraws = async () => giveBackLeave(office, await person('UPRESALES2'), id);
      const acts = round % 2 === 0 ? [decides(), withdraws()] : [withdraws(), decides()];
      await Promise.all(acts);
      const leave = await leaveById(office.database.read, id);
      const approval = await approvalByToken(office.database.read, token);
      // Approved first, it is not begun yet and so is given back at once.
      expect([
        ['approved', 'cancelled'],
        ['withdrawn', 'withdrawn'],
      ]).toContainEqual([approval?.state, leave?.state]);
    }
  });

  it('withdrawn first, it says so', async () => {
    const { id, token } = await pending('UPRESALES1');
    await giveBackLeave(office, await person('UPRESALES1'), id);
    expect(await decide(office, token, 'UMANAGER', 'approved', null)).toEqual({
      code: 'approval.decided',
      params: { accuses: false, state: 'withdrawn', by: 'UPRESALES1', at: '2026-12-01 10:00' },
    });
  });
});

describe('authority is read at the click', () => {
  it.each([
    ['one own matter', 'UMANAGER', 'UMANAGER', 'approval.own'],
    ['a colleague', 'UPRESALES1', 'UPRESALES2', 'approval.notYours'],
    ['the supervisor', 'UPRESALES1', 'USUPERVISOR', 'approval.notYours'],
    ['the president, before it is passed on', 'UPRESALES1', 'UPRESIDENT', 'approval.notYours'],
    ['one whom the person leads', 'UMANAGER', 'UDEPUTY', 'approved'],
  ])('%s', async (_, asking, deciding, expected) => {
    const { token } = await pending(asking);
    expect(await outcome(token, deciding)).toBe(expected);
  });

  it('a card that does not exist', async () => {
    expect(await outcome("'; drop table approval; --", 'UMANAGER')).toBe('approval.gone');
    expect(await outcome('', 'UMANAGER')).toBe('approval.gone');
    expect(await outcome('x'.repeat(2001), 'UMANAGER')).toBe('approval.gone');
  });

  it('a rejection without a reason, of blanks too', async () => {
    const { id, token } = await pending('UPRESALES1');
    expect(await outcome(token, 'UMANAGER', 'rejected', null)).toBe('approval.reasonMissing');
    expect(await outcome(token, 'UMANAGER', 'rejected', ' \n')).toBe('approval.reasonMissing');
    expect((await leaveById(office.database.read, id))?.state).toBe('pending');
  });

  it('a post taken away between the card and the click', async () => {
    const { id, token } = await pending('UPRESALES1');
    const now = office.clock.now();
    await endPost(office.database.read, 'UASSISTANT', 'assistant', now);
    expect(await outcome(token, 'UASSISTANT')).toBe('member.noPost');
    await givePost(office.database.read, 'UASSISTANT', 'clerk', 'UMANAGER', now);
    expect(await outcome(token, 'UASSISTANT')).toBe('approval.notYours');
    const open = await cardToDecide(office, token, 'UASSISTANT');
    expect(isRefusal(open) && open.code).toBe('approval.notYours');
    await givePost(office.database.read, 'UASSISTANT', 'assistant', 'UMANAGER', now);
    expect((await leaveById(office.database.read, id))?.state).toBe('pending');
    expect(await outcome(token, 'UASSISTANT')).toBe('approved');
  });

  it("a membership that has ended, the approver's or a lender's", async () => {
    const { token } = await pending('UPRESALES1');
    const deputy = await person('UDEPUTY');
    await delegate(office, deputy, await person('UCLERK1'), '2026-12-01', '2026-12-01');
    const { posts: _, leaderId: __, ...identity } = deputy;
    await saveIdentity(office.database.read, { ...identity, deactivated: true }, office.wallClock.now());
    expect(await outcome(token, 'UDEPUTY')).toBe('member.isGone');
    expect(await outcome(token, 'UCLERK1')).toBe('approval.notYours');
    await saveIdentity(office.database.read, identity, office.wallClock.now());
    expect(await outcome(token, 'UCLERK1')).toBe('approved');
    await endLoan(office, deputy);
  });

  it("lent authority: not for the lender's own leave, not once it is taken back", async () => {
    const manager = await person('UMANAGER');
    await delegate(office, manager, await person('UCLERK1'), '2026-12-01', '2026-12-31');
    const own = await pending('UMANAGER');
    expect(await outcome(own.token, 'UCLERK1')).toBe('approval.ownDelegate');
    const mine = await pending('UCLERK1');
    expect(await outcome(mine.token, 'UCLERK1')).toBe('approval.own');
    const theirs = await pending('UPRESALES3');
    await endLoan(office, manager);
    expect(await outcome(theirs.token, 'UCLERK1')).toBe('approval.notYours');
  });
});
