import { expect, test } from 'vitest';
import * as disputes from './dispute.ts';
import { forumOf } from './judges.ts';
import { asked, at, code, DAY, start } from './request.fixture.ts';
import { waitsOn, type Request } from './request.ts';

const asker = { account: 'a1', unit: 'civil', role: 'department' } as const;
const leader = { account: 'l1', unit: 'street', role: 'leader' } as const;
const steward = { account: 's1', unit: 'centre', role: 'steward' } as const;
const district = { account: 'd1', unit: 'district_data', role: 'district' } as const;

/** Overdue since yesterday. */
const submitted: Request = {
  ...asked,
  state: 'submitted',
  approvedBy: 'a2',
  dueAt: new Date(start.getTime() - DAY),
};
const partial: Request = { ...submitted, state: 'granted', granted: ['name'], dueAt: null };
const upheld = { fields: [], answer: '维持原答复', decisionNo: null };

test('silence is no consent: an overdue request stays where it is and can be disputed', () => {
  const early = { ...submitted, dueAt: new Date(start.getTime() + DAY) };
  expect(code(() => disputes.dispute(early, 'street', at(asker)))).toBe('catalogue.not_disputable');
  const disputed = disputes.dispute(submitted, 'street', at(asker));
  expect([disputed.state, disputed.dispute, waitsOn(disputed)]).toEqual([
    'submitted',
    'negotiating',
    'police',
  ]);
});

test('a dispute is judged where both units have their superior: the street never judges a bureau, nor itself', () => {
  const kinds = (requester: 'internal' | 'street', provider: 'dispatched' | 'district') => ({
    requester,
    provider,
  });
  expect(forumOf('share', kinds('internal', 'dispatched'))).toBe('street');
  expect(forumOf('share', kinds('internal', 'district'))).toBe('district');
  expect(forumOf('share', kinds('street', 'dispatched'))).toBe('district');
  for (const kind of ['upward', 'return'] as const)
    expect(forumOf(kind, kinds('internal', 'district'))).toBe('district');
});

test('within the street: the two negotiate, the sharing authority coordinates, the leader decides', () => {
  const negotiating = disputes.dispute(partial, 'street', at(asker));
  const coordinated = disputes.passOn(negotiating, true, at(asker, 5));
  expect([coordinated.dispute, waitsOn(coordinated)]).toEqual(['coordination', null]);
  expect(code(() => disputes.arbitrate(coordinated, upheld, at(leader, 6)))).toBe('catalogue.not_waiting');
  expect(code(() => disputes.coordinate(coordinated, { agreed: false, fields: [] }, at(leader, 6)))).toBe(
    'catalogue.not_the_judge',
  );
  const agreed = disputes.coordinate(coordinated, { agreed: true, fields: ['name', 'age'] }, at(steward, 6));
  expect(agreed).toMatchObject({ state: 'granted', granted: ['name', 'age'], dispute: 'settled' });
  const waiting = disputes.coordinate(coordinated, { agreed: false, fields: [] }, at(steward, 6));
  expect(code(() => disputes.arbitrate(waiting, upheld, at(district, 9)))).toBe('catalogue.not_the_judge');
  const income = { ...upheld, fields: ['income'] };
  expect(code(() => disputes.arbitrate(waiting, income, at(leader, 9)))).toBe('catalogue.not_compliant');
  const ordered = disputes.arbitrate(waiting, { ...upheld, fields: ['name', 'age'] }, at(leader, 9));
  expect(ordered).toMatchObject({ state: 'granted', granted: ['name', 'age'], dispute: 'decided' });
  expect(disputes.arbitrate(waiting, upheld, at(leader, 9))).toMatchObject({
    granted: ['name'],
    dispute: 'decided',
  });
});

test('nobody judges in the cause of their own unit; where the sharing authority is a party, it is decided at once', () => {
  const own = { ...disputes.dispute(partial, 'street', at(asker)), provider: 'centre' };
  const coordinated = { ...own, dispute: 'coordination' } as const;
  const agreed = { agreed: true, fields: [] };
  expect(code(() => disputes.coordinate(coordinated, agreed, at(steward)))).toBe('catalogue.not_the_judge');
  expect(disputes.passOn(own, false, at(asker, 5)).dispute).toBe('arbitration');
});

test('over a bureau of the district: its sharing authority coordinates, its government decides and gives the decision a number', () => {
  const negotiating = disputes.dispute(partial, 'district', at(asker));
  const coordinated = disputes.passOn(negotiating, true, at(asker, 5));
  expect(code(() => disputes.coordinate(coordinated, { agreed: false, fields: [] }, at(steward, 6)))).toBe(
    'catalogue.not_the_judge',
  );
  const waiting = disputes.passOn(coordinated, true, at(asker, 20));
  expect(waiting.dispute).toBe('arbitration');
  expect(code(() => disputes.arbitrate(waiting, upheld, at(leader, 21)))).toBe('catalogue.not_the_judge');
  expect(code(() => disputes.arbitrate(waiting, upheld, at(district, 21)))).toBe('catalogue.decision_number');
  const numbered = { ...upheld, decisionNo: '示政决〔2026〕14 号' };
  expect(disputes.arbitrate(waiting, numbered, at(district, 21)).decisionNo).toBe('示政决〔2026〕14 号');
  const bureau = { ...district, unit: 'police' };
  expect(code(() => disputes.arbitrate(waiting, numbered, at(bureau, 21)))).toBe('catalogue.not_the_judge');
});
