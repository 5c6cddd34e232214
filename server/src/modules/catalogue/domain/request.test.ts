import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '#platform/refusal.ts';
import * as disputes from './dispute.ts';
import { asked, at, code, DAY, start } from './request.fixture.ts';
import * as rules from './request.ts';
import { demandCompliant, demandTerm, findingsOf } from './compliance.ts';
import { demandComplete } from './content.ts';
import { freshness, scoreOf } from './quality.ts';

const asker = { account: 'a1', unit: 'civil', role: 'department' } as const;
const second = { account: 'a2', unit: 'civil', role: 'department' } as const;
const holder = { account: 'p1', unit: 'police', role: 'department' } as const;
const leader = { account: 'l1', unit: 'street', role: 'leader' } as const;
const steward = { account: 's1', unit: 'centre', role: 'steward' } as const;
const nobody = { account: 'x1', unit: 'urban', role: 'department' } as const;

const submitted = rules.approve(asked, false, at(second));

test('a unit stands behind its request only when a second person of it does', () => {
  expect(code(() => rules.approve(asked, false, at(asker)))).toBe('catalogue.same_person');
  expect(code(() => rules.approve(asked, false, at(holder)))).toBe('catalogue.not_waiting');
  expect(code(() => rules.approve(asked, false, at(nobody)))).toBe('catalogue.not_your_unit');
  expect(submitted).toMatchObject({
    state: 'submitted',
    approvedBy: 'a2',
    dueAt: new Date(start.getTime() + 10 * DAY),
  });
  expect(rules.approve(asked, true, at(second)).dueAt).toEqual(new Date(start.getTime() + DAY));
});

test('what is missing is said once, and the days that were left are given back', () => {
  const paused = rules.askSupplement(submitted, '缺少法律条款', 7, at(holder, 3));
  expect([paused.state, paused.dueAt, rules.waitsOn(paused)]).toEqual(['supplement', null, 'civil']);
  const again = rules.supply(paused, at(asker, 5));
  expect(again.dueAt).toEqual(new Date(start.getTime() + 12 * DAY));
  expect(code(() => rules.askSupplement(again, '还缺', 3, at(holder, 6)))).toBe('catalogue.supplement_once');
});

test('more time is given once, by the sharing authority and not by the provider', () => {
  const longer = { dueAt: new Date(start.getTime() + 20 * DAY), provisional: false };
  expect(code(() => rules.extend(submitted, longer, at(holder)))).toBe('catalogue.own_extension');
  expect(code(() => rules.extend(submitted, longer, at(nobody)))).toBe('catalogue.not_waiting');
  const extended = rules.extend(submitted, longer, at(steward));
  expect(code(() => rules.extend(extended, longer, at(steward)))).toBe('catalogue.extended_once');
});

test('local data goes back whole: no conditions, no delay, no refusal but by law', () => {
  const back = rules.approve({ ...asked, kind: 'return' }, false, at(second));
  expect(code(() => rules.grant(back, ['name'], '部分', at(holder)))).toBe('catalogue.no_conditions');
  expect(code(() => rules.decline(back, 'unsafe', '不安全', at(holder)))).toBe('catalogue.no_conditions');
  expect(code(() => rules.extend(back, at(steward).inWorkDays(3), at(steward)))).toBe(
    'catalogue.no_conditions',
  );
  expect(rules.decline(back, 'law', '《保守国家秘密法》', at(holder)).state).toBe('refused');
});

test('whatever people try, in whatever order: data is used only after a grant by the provider and an approval by a second person', () => {
  const people = [asker, second, holder, leader, steward, nobody];
  const acts: readonly ((request: rules.Request, moment: rules.Moment) => rules.Request)[] = [
    (r, m) => rules.approve(r, false, m),
    rules.withdraw,
    (r, m) => rules.askSupplement(r, '缺', 3, m),
    rules.supply,
    (r, m) => rules.extend(r, m.inWorkDays(5), m),
    (r, m) => rules.grant(r, ['name'], '可以', m),
    (r, m) => rules.decline(r, 'too_much', '过多', m),
    (r, m) => rules.deliver(r, '接口', m),
    rules.suspend,
    rules.resume,
    rules.terminate,
    rules.dispose,
    (r, m) => disputes.dispute(r, 'street', m),
    disputes.settle,
    (r, m) => disputes.passOn(r, true, m),
    (r, m) => disputes.coordinate(r, { agreed: true, fields: ['name'] }, m),
    (r, m) => disputes.arbitrate(r, { fields: ['name'], answer: '应当', decisionNo: null }, m),
  ];
  const PASSED_ON = acts.length - 3;
  const over = ['withdrawn', 'terminated', 'disposed'];
  const step = fc.tuple(fc.nat(acts.length - 1), fc.nat(people.length - 1));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let request = asked;
      for (const [n, [act, person]] of steps.entries()) {
        const before = request;
        const by = people[person] ?? nobody;
        try {
          request = acts[act]?.(request, at(by, n)) ?? request;
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
        if (over.includes(before.state)) expect(over).toContain(request.state);
        // Only time passes a dispute on, whoever is there.
        if (by === nobody && act !== PASSED_ON) expect(request).toBe(before);
        if (['granted', 'active', 'suspended', 'terminated', 'disposed'].includes(request.state)) {
          expect(request.approvedBy).toBe('a2');
          expect(request.granted).toEqual(['name']);
        }
      }
    }),
  );
});

const content = {
  name: { zh: '常住人口', en: 'Residents' },
  summary: { zh: '说明', en: 'About' },
  base: 'population',
  category: ['人口'],
  source: 'police',
  items: [
    { name: 'name', zh: '姓名', en: 'Name', type: 'text', grade: 2, required: true },
    { name: 'idNumber', zh: '身份证号', en: 'ID number', type: 'code', grade: 3, required: true },
    { name: 'care', zh: '特定身份', en: 'Care', type: 'code', grade: 4, required: false },
    { name: 'building', zh: '楼栋', en: 'Building', type: 'text', grade: 2, required: false },
  ],
  format: 'database',
  cycle: 'monthly',
  shareType: 'conditional',
  shareScope: '履职需要',
  methods: ['service_api'],
  useConditions: '不得转给第三方',
  classification: 'general_3',
  openType: 'none',
  secrecyReview: '不涉密',
  assessmentNo: 'PIA-2026-01',
  keptMonths: 24,
} as const satisfies Parameters<typeof demandComplete>[0];
const wish = { fields: ['name'], basis: '履行职责', from: '2026-12-01', until: '2027-06-01' };
const office = { kind: 'internal', hasShareOf: false } as const;

test('a request is checked against the law and the catalogue before anybody has to read it', () => {
  expect(findingsOf(wish, content, office)).toEqual([]);
  expect(findingsOf({ ...wish, fields: ['idNumber'] }, content, office)).toEqual(['no_law']);
  expect(
    findingsOf({ ...wish, fields: ['idNumber'], basis: '《社会救助暂行办法》第十七条' }, content, office),
  ).toEqual([]);
  expect(findingsOf({ ...wish, fields: ['care', 'income'] }, content, office)).toEqual([
    'fields_unknown',
    'special_care',
    'no_law',
  ]);
  expect(findingsOf(wish, content, { ...office, kind: 'public_enterprise' })).toEqual(['not_for_company']);
  expect(findingsOf(wish, { ...content, shareType: 'none' }, office)).toEqual(['not_shared']);
  expect(findingsOf({ ...wish, until: '2028-06-01' }, content, { ...office, hasShareOf: true })).toEqual([
    'term_too_long',
    'already_granted',
  ]);
  expect(code(() => demandCompliant(['not_shared']))).toBe('catalogue.not_compliant');
  expect(code(() => demandCompliant(['term_too_long']))).toBe('allowed');
  const term = (of: Partial<typeof wish>) => code(() => demandTerm({ ...wish, ...of }, '2026-12-01'));
  expect([term({}), term({ until: wish.from })]).toEqual(['allowed', 'catalogue.not_compliant']);
  expect(term({ from: '2026-01-01', until: '2026-11-30' })).toBe('catalogue.not_compliant');
});

test('an entry about people needs an assessment, a term and no open door', () => {
  expect(code(() => demandComplete(content))).toBe('allowed');
  const { assessmentNo: _a, keptMonths: _k, shareScope: _s, ...bare } = content;
  expect(code(() => demandComplete(bare))).toBe('catalogue.incomplete');
  expect(code(() => demandComplete({ ...content, openType: 'open' }))).toBe('catalogue.incomplete');
  expect(code(() => demandComplete({ ...content, shareType: 'unconditional' }))).toBe('catalogue.incomplete');
  expect(code(() => demandComplete({ ...content, shareType: 'none' }))).toBe('catalogue.incomplete');
});

test('quality is what was counted: filled, valid, single, fresh', () => {
  const counted = {
    rows: 100,
    newest: start,
    filled: { name: 100, idNumber: 80, care: 1, building: 50 },
    valid: { idNumber: 60 },
    distinct: { idNumber: 72 },
  };
  const score = scoreOf(content, counted, start);
  expect(score.completeness).toBeCloseTo(0.9);
  expect(score.validity).toBeCloseTo(0.75);
  expect(score.uniqueness).toBeCloseTo(0.9);
  expect(score.timeliness).toBe(1);
  expect(score.score).toBeCloseTo((0.9 + 0.75 + 0.9 + 1) / 4);
  expect([freshness(null, null, start), freshness(7, null, start)]).toEqual([null, 0]);
  expect(freshness(1, new Date(start.getTime() - 2 * DAY), start)).toBeCloseTo(0.5);
  expect(freshness(1, new Date(start.getTime() - 9 * DAY), start)).toBe(0);
});
