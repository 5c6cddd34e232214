import { afterAll, beforeAll, expect, test } from 'vitest';
import { acts, type Act } from '@fengqiao/contract/cases/words.ts';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { hashOf } from '#platform/http.ts';
import { fromJson } from '#platform/json.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Http } from '#platform/serve.ts';
import { withWork } from '#platform/work.ts';
import type { TestPerson } from '#test/people.ts';
import { record, startHandling, type Handling } from './handling.fixture.ts';
import { casesRoutes } from './routes.ts';

let town: Handling;
let people: TestPerson[];
beforeAll(async () => {
  town = await startHandling();
  const { world, staff } = town;
  const wide = ['supervisor', 'callback', 'district'] as const;
  people = [town.intake, town.dispatcher, town.leader, town.checker, town.officer];
  for (const role of wide) people.push(await world.person(role));
  people.push(await world.person('district', 'street'));
  for (const unit of ['property_co', 'c01', 'c01-g01']) people.push(await staff(unit));
});
afterAll(() => town.world.close());

const reason = '经研究需要这样办理';
const milestones = [{ title: '进场施工', dueOn: '2026-12-20' }];
const plan = { reasonCode: 'engineering', plan: '分期改造后再复查一次', toldHow: '已电话告知', milestones };

/** The operation of each act and a body it takes when it may be done at all. */
const tries: Record<Exclude<Act, 'merge'>, readonly [operation: string, body: object]> = {
  verify: ['cases.askVerification', { unit: 'c01-g01' }],
  report_verification: ['cases.reportVerification', { found: true, note: '已到现场' }],
  register: ['cases.register', { type: '02001' }],
  decline: ['cases.decline', { exit: 'EXIT_OUT_OF_SCOPE', reason }],
  consult: ['cases.openConsultation', { lead: 'law_enforcement', co: [], question: '谁来牵头' }],
  dispatch: ['cases.dispatch', {}],
  designate: ['cases.designate', { lead: 'police', reason }],
  acknowledge: ['cases.acknowledge', {}],
  contact: ['cases.recordContact', { reached: false, note: '无人接听' }],
  assign_on: ['cases.assignOn', { unit: 'enforcement_team' }],
  add_task: ['cases.addTask', { unit: 'fire', text: '到场备勤' }],
  report_handled: [
    'cases.reportHandled',
    { summary: '已经处置完毕', outcome: 'explained', evidence: record },
  ],
  check: ['cases.check', { method: 'onsite', passed: true, note: '已看', evidence: record }],
  close: ['cases.close', { summary: '核查通过结案', outcome: 'explained' }],
  archive: ['cases.archive', {}],
  ask_return: ['cases.askReturn', { clause: '02001', betterLead: 'police', reason }],
  ask_extension: ['cases.askExtension', { value: 1, reason }],
  ask_hold: ['cases.askHold', { ...plan, reason }],
  ask_void: ['cases.askVoid', { reason }],
  ask_escalation: ['cases.askEscalation', { to: 'district_urban', reason }],
  ask_type_change: ['cases.askTypeChange', { type: '02012', reason }],
  ask_termination: ['cases.askTermination', { reason, explained: '已当面说明' }],
  resume: ['cases.resume', { reason }],
  supervise: ['cases.supervise', { unit: 'police', text: reason }],
  whistle: ['cases.blowWhistle', { kind: 'enforcement', units: ['fire'], text: reason }],
};

const undone = new Error('the act was only tried');

/** What an act would answer: null when it could be done, else the code of its refusal; nothing stays written. */
async function outcomeOf(by: TestPerson, id: string, act: Exclude<Act, 'merge'>): Promise<string | null> {
  const [operation, body] = tries[act];
  const served = casesRoutes.find(({ route }) => route.id === operation);
  const { platform, clock } = town.world;
  try {
    await withWork(platform, { tokenHash: hashOf(by.token) }, clock.now(), 'write', async (work) => {
      await served?.act(work, { params: { id }, query: {}, body }, fromJson<Http>({}));
      throw undone;
    });
  } catch (error) {
    if (error === undone) return null;
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return null;
}

/** Cases as they come to stand in the loop; each is left at the end of its line. */
const makers: Record<string, () => Promise<string>> = {
  received: async () => (await taken()).caseId,
  verifying: async () => {
    const { caseId } = await taken();
    await town.done(town.intake, `/cases/${caseId}/verification-request`, { unit: 'c01-g01' });
    return caseId;
  },
  declined: async () => {
    const { caseId } = await taken();
    await town.done(town.intake, `/cases/${caseId}/refusal`, { exit: 'EXIT_OUT_OF_SCOPE', reason });
    return caseId;
  },
  registered: () => town.registered(),
  'registered without a row that decides': () => town.registered({ type: '12005' }),
  'registered with competing rows': () => town.registered({ type: '02004' }),
  negotiating: async () => {
    const id = await town.registered({ type: '12001' });
    await town.done(town.dispatcher, `/cases/${id}/consultation`, {
      lead: 'c01',
      co: ['property_co'],
      question: '谁来牵头',
    });
    return id;
  },
  'after a failed consultation': async () => {
    const id = await town.registered({ type: '12001' });
    await town.done(town.dispatcher, `/cases/${id}/consultation`, {
      lead: 'c01',
      co: [],
      question: '谁来牵头',
    });
    const room = (await town.read(id)).consultations[0]?.id;
    const objection = { consents: false, clause: '12001', betterLead: 'dispute_center' };
    await town.done(await town.staff('c01'), `/consultations/${room}/opinions`, objection);
    return id;
  },
  dispatched: dispatched,
  'with a return that waits': async () => returning(await dispatched()),
  'in arbitration': async () => {
    const id = await returning(await dispatched());
    await town.done(town.dispatcher, `/requests/${await pending(id)}/decision`, {
      approved: false,
      note: '属实',
    });
    return returning(id);
  },
  'returned and given back': async () => {
    const id = await returning(await dispatched());
    await town.done(town.dispatcher, `/requests/${await pending(id)}/decision`, {
      approved: true,
      note: '属实',
    });
    return id;
  },
  handling: () => town.inHand(),
  'handling with help': () => town.inHand([{ unit: 'property_co', text: '劝导商户' }]),
  'handling, every request asked': async () => {
    const id = await town.inHand();
    for (const act of [
      'ask_extension',
      'ask_hold',
      'ask_void',
      'ask_escalation',
      'ask_type_change',
      'ask_termination',
    ] as const)
      await town.done(town.officer, `/cases/${id}/${pathOf(act)}`, tries[act][1]);
    return id;
  },
  'an emergency in hand': async () => {
    const id = await town.registered({ type: '05005', calledOut: '已拨打 110' });
    await town.done(town.dispatcher, `/cases/${id}/dispatch`, { tasks: [] });
    await town.done(await town.staff('construction'), `/cases/${id}/acknowledgement`);
    return id;
  },
  held: async () => {
    const id = await town.inHand();
    await town.done(town.officer, `/cases/${id}/hold`, tries.ask_hold[1]);
    await town.done(await town.world.person('supervisor'), `/requests/${await pending(id)}/decision`, {
      approved: true,
      note: '同意',
    });
    return id;
  },
  handled: async () => handled(await town.inHand()),
  checked: async () => {
    const id = await handled(await town.inHand());
    await town.check(id);
    return id;
  },
  closed: async () => town.toClosed(await town.inHand()),
  'closed long ago': async () => {
    const id = await town.toClosed(await town.inHand());
    town.world.clock.advance({ days: 15 });
    return id;
  },
  'closed, and a reporter wants it reopened': async () => {
    const { caseId, report } = await town.reportedInHand();
    await town.toClosed(caseId);
    await town.done(town.resident, `/reports/${report}/satisfaction`, { solved: false });
    town.world.clock.advance({ days: 15 });
    return caseId;
  },
  archived: async () => {
    const id = await makers['closed long ago']!();
    await town.done(town.checker, `/cases/${id}/archive`);
    return id;
  },
  'in its second round': async () => {
    const id = await makers['closed, and a reporter wants it reopened']!();
    const { reopenings } = await town.read(id);
    await town.done(town.dispatcher, `/reopenings/${reopenings[0]?.id}/decision`, { granted: true, reason });
    return id;
  },
  voided: async () => {
    const id = await town.inHand();
    await town.done(town.officer, `/cases/${id}/voiding`, { reason });
    await town.done(await town.world.person('supervisor'), `/requests/${await pending(id)}/decision`, {
      approved: true,
      note: '同意',
    });
    return id;
  },
};

const taken = () =>
  town.done<{ caseId: string }>(town.intake, '/cases', {
    text: '店外经营占道',
    address: '橹声路口',
    channel: 'upstream',
    lng: 120.155,
    lat: 31.225,
  });
async function dispatched(): Promise<string> {
  const id = await town.registered();
  await town.done(town.dispatcher, `/cases/${id}/dispatch`);
  return id;
}
async function returning(id: string): Promise<string> {
  await town.done(town.officer, `/cases/${id}/return`, tries.ask_return[1]);
  return id;
}
async function handled(id: string): Promise<string> {
  await town.handle(id, 'explained');
  return id;
}
const pending = async (id: string) =>
  (await town.read(id)).requests.find((one) => one.state === 'pending')?.id;
const pathOf = (act: Act) => act.replace(/^ask_/, '').replace('void', 'voiding').replace('_', '-');

/** What only the body decides: which unit below, which of the rows that compete. */
const ofTheBody: Partial<Record<Act, readonly string[]>> = {
  assign_on: ['cases.not_below_you'],
  dispatch: ['cases.several_rows_fit'],
};

test.each(Object.keys(makers))(
  '%s: what the case says may be done is what the act then answers, for everybody who sees it',
  async (name) => {
    town.world.clock.set('2026-11-23T02:00:00Z');
    const id = await (makers[name] ?? makers['received'])!();
    const wrong: unknown[] = [];
    for (const by of people) {
      const reply = await town.world.as(by).get(`/api/cases/${id}`);
      if (reply.statusCode === 404) continue;
      for (const { act, code } of reply.json<CaseView>().may) {
        if (act === 'merge') continue;
        const answer = await outcomeOf(by, id, act);
        if (answer !== code && !(code === null && ofTheBody[act]?.includes(answer ?? '')))
          wrong.push({ by: `${by.role} of ${by.unit}`, act, said: code, answer });
      }
    }
    expect(wrong).toEqual([]);
  },
);

test('every act has an operation of the contract', () => {
  const operations = casesRoutes.map(({ route }) => route.id);
  expect(Object.values(tries).filter(([operation]) => !operations.includes(operation))).toEqual([]);
  expect(
    Object.keys(acts)
      .filter((act) => act !== 'merge')
      .sort(),
  ).toEqual(Object.keys(tries).sort());
});
