import { describe, expect, test } from 'vitest';
import type { Actor } from '#platform/work.ts';
import { Refusal } from '#platform/refusal.ts';
import { answersFor, mustBeFounded, outcomeOf } from './consultation.ts';
import { mustBeWithinHandOffs } from './hand-off.ts';
import { pathOfReturn, type Held } from './return.ts';
import { isMandatory } from './revision.ts';

const codeOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

const held: Held = {
  unit: 'urban_ops',
  assignment: 'a2',
  designated: false,
  returned: false,
  inArbitration: false,
  before: [],
};
const asked = { clause: '02004.1', betterLead: 'traffic_police', reason: '车行道归交警' };
const path = (over: Partial<Held>, words: Partial<typeof asked> = {}) =>
  codeOf(() => pathOfReturn({ ...held, ...over }, { ...asked, ...words }));

describe('a return', () => {
  test('goes to the dispatcher the first time', () => {
    expect(path({})).toBe('decision');
  });

  test('goes to arbitration when an earlier unit has returned the case, or the first return was rejected', () => {
    expect(path({ before: [{ assignment: 'a1', state: 'approved' }] })).toBe('arbitration');
    expect(path({ returned: true, before: [{ assignment: 'a2', state: 'rejected' }] })).toBe('arbitration');
  });

  test('is asked once per assignment, and not while a leader is arbitrating', () => {
    expect([path({ returned: true }), path({ inArbitration: true })]).toEqual([
      'cases.return_once',
      'cases.return_once',
    ]);
    expect(path({ returned: true, before: [{ assignment: 'a2', state: 'pending' }] })).toBe(
      'cases.request_pending',
    );
  });

  test('is no longer possible after a designation', () => {
    expect(path({ designated: true })).toBe('cases.already_designated');
  });

  test('cites a clause, names another unit, and gives a reason', () => {
    expect([
      path({}, { clause: '  ' }),
      path({}, { betterLead: 'urban_ops' }),
      path({}, { reason: ' 不归  ' }),
    ]).toEqual(['cases.return_names_owner', 'cases.return_names_owner', 'cases.reason_needed']);
  });
});

test('a case changes hands twice at most without arbitration, and three designations make a revision mandatory', () => {
  expect([0, 1, 2].map((n) => codeOf(() => mustBeWithinHandOffs(n)))).toEqual([
    undefined,
    undefined,
    'cases.too_many_hand_offs',
  ]);
  expect([1, 2, 3, 4].map(isMandatory)).toEqual([false, false, true, true]);
});

describe('a consultation', () => {
  const of = (...stances: string[]) => stances.map((stance, i) => ({ unit: `u${i}`, stance }));
  const actor: Actor = {
    session: 's',
    kind: 'staff',
    account: 'a',
    name: '王',
    street: 'tf',
    role: 'community',
    unit: 'c01',
    units: ['c01', 'c01-g01'],
    wide: false,
    level: 2,
    steppedUntil: null,
    behalf: null,
  };
  const running = { state: 'open', closes_at: new Date('2026-11-23T06:00:00Z') };
  const now = new Date('2026-11-23T05:00:00Z');
  const answers = (opinions: { unit: string; stance: string }[], over: object = {}, at = now) =>
    codeOf(() => answersFor(actor, { ...running, ...over }, opinions, at));

  test('is agreed when all consent or are silent, fails with one objection, and waits otherwise', () => {
    expect(
      [of('consents', 'silent'), of('consents', 'waiting'), of('waiting', 'objects')].map(outcomeOf),
    ).toEqual(['agreed', 'open', 'failed']);
  });

  test('is answered once, by those asked, while it runs', () => {
    expect(
      answers([
        { unit: 'c01', stance: 'waiting' },
        { unit: 'police', stance: 'waiting' },
      ]),
    ).toBe('c01');
    expect(answers([{ unit: 'c01-g01', stance: 'waiting' }])).toBe('c01-g01');
    expect(answers([{ unit: 'police', stance: 'waiting' }])).toBe('cases.not_consulted');
    expect(answers([{ unit: 'c01', stance: 'consents' }])).toBe('cases.opinion_given');
    expect(answers([{ unit: 'c01', stance: 'waiting' }], { state: 'agreed' })).toBe(
      'cases.no_open_consultation',
    );
    expect(answers([{ unit: 'c01', stance: 'waiting' }], {}, new Date('2026-11-23T06:00:01Z'))).toBe(
      'cases.no_open_consultation',
    );
  });

  test('hears an objection only with a clause and another lead', () => {
    const objects = (said: { betterLead?: string; clause?: string }) =>
      codeOf(() => mustBeFounded(said, 'c01', 'c01'));
    expect([
      objects({}),
      objects({ betterLead: 'police' }),
      objects({ betterLead: 'police', clause: ' ' }),
      objects({ betterLead: 'c01', clause: '12001' }),
    ]).toEqual(Array(4).fill('cases.objection_names_owner'));
    expect(objects({ betterLead: 'police', clause: '12001' })).toEqual({
      betterLead: 'police',
      clause: '12001',
    });
  });
});
