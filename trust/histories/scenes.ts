import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { reported } from '../../server/test/cases.ts';
import type { Handling } from '../../server/src/modules/cases/handling.fixture.ts';
import type { TestPerson } from '../../server/test/people.ts';
import { told, type Bell, type Heard } from './bell.ts';

/** Two of everybody, so that two windows can want the same. */
export type Cast = Readonly<
  Record<'dispatchers' | 'officers' | 'checkers', readonly [TestPerson, TestPerson]>
> & { readonly supervisor: TestPerson };

export type Stage = { readonly town: Handling; readonly cast: Cast; readonly bell: Bell };

/** A few clients around few cases; gives what came out that must not. */
export type Scene = { readonly name: string; readonly play: (stage: Stage) => Promise<string[]> };

const look = (who: TestPerson, id: string) => ({ who, path: `/cases/${id}` });
const onCase = (who: TestPerson, id: string, act: string, body: object = {}) => ({
  who,
  path: `/cases/${id}/${act}`,
  body,
});
const recall = (who: TestPerson, id: string) => ({
  who,
  path: '/case-acts',
  body: { act: 'recall', ids: [id], preview: false },
});

const more = (heard: readonly Heard[], most: number, what: string): string[] =>
  heard.length > most ? [`${what}: ${heard.map(({ id }) => id).join(', ')}`] : [];

const dispatching: Scene = {
  name: 'one case is dispatched from two desks',
  play: async ({ town, cast, bell }) => {
    const id = await town.registered();
    const [one, other] = cast.dispatchers;
    const heard = await bell.ring([
      onCase(one, id, 'dispatch'),
      onCase(other, id, 'dispatch'),
      onCase(one, id, 'dispatch', { note: '另一窗口' }),
      look(cast.supervisor, id),
      look(other, id),
    ]);
    const done = told(heard, '/dispatch');
    return [
      ...more(done, 1, 'dispatched twice'),
      ...(done.length === 0 ? [`${id} was dispatched by nobody`] : []),
    ];
  },
};

const handingOver: Scene = {
  name: 'accepting against returning, taking back and handing on',
  play: async ({ town, cast, bell }) => {
    const id = await town.registered();
    const [one, other] = cast.dispatchers;
    const [officer, colleague] = cast.officers;
    await town.done(one, `/cases/${id}/dispatch`);
    const giveBack = { clause: '责任清单 02001.1', betterLead: 'urban_ops', reason: '不在本单位职责范围' };
    const first = await bell.ring([
      onCase(officer, id, 'acknowledgement'),
      onCase(colleague, id, 'acknowledgement'),
      onCase(colleague, id, 'return', giveBack),
      recall(one, id),
      look(other, id),
    ]);
    const pending = (await town.read(id)).requests.find(({ state }) => state === 'pending');
    const decide = (approved: boolean) => ({
      path: `/requests/${pending?.id ?? id}/decision`,
      body: { approved, note: '经核对清单' },
    });
    const second = await bell.ring([
      { who: one, ...decide(true) },
      { who: other, ...decide(false) },
      onCase(officer, id, 'acknowledgement'),
      onCase(other, id, 'dispatch'),
      recall(other, id),
      look(cast.supervisor, id),
    ]);
    return [
      ...more(told(first, '/acknowledgement'), 1, 'acknowledged twice'),
      ...more(told(second, '/decision'), 1, 'decided twice'),
    ];
  },
};

const reopening: Scene = {
  name: 'closing from two desks, asking to reopen, and deciding it against archiving',
  play: async ({ town, cast, bell }) => {
    // Others each time: one alone may not report without end.
    const resident = await town.world.person('resident');
    const neighbour = await town.world.person('resident');
    const { caseId: id, report } = await town.reportedInHand(resident);
    const joined = await reported(town.world, neighbour, { join: id, text: '我也看到早餐车占道' });
    await town.handle(id);
    await town.check(id);
    const [checker, another] = cast.checkers;
    const close = { summary: '核查通过，予以结案', outcome: 'solved' };
    const closed = await bell.ring([
      onCase(checker, id, 'closure', close),
      onCase(another, id, 'closure', close),
      look(cast.supervisor, id),
    ]);
    const answer = (who: TestPerson, of: string) => ({
      who,
      path: `/reports/${of}/satisfaction`,
      body: { solved: false, reasons: ['came_back'] },
    });
    const answered = await bell.ring([
      answer(resident, report),
      answer(neighbour, joined.report),
      answer(resident, report),
      onCase(checker, id, 'archive'),
      look(another, id),
    ]);
    town.world.clock.advance({ days: 15 });
    const open = (await town.read(id)).reopenings.find(({ granted }) => granted === null);
    const decide = (who: TestPerson, granted: boolean) => ({
      who,
      path: `/reopenings/${open?.id ?? id}/decision`,
      body: { granted, reason: '经核实情况作出答复' },
    });
    const decided = await bell.ring([
      decide(cast.dispatchers[0], true),
      decide(cast.dispatchers[1], false),
      onCase(checker, id, 'archive'),
      onCase(another, id, 'archive'),
      look(cast.supervisor, id),
    ]);
    return [
      ...more(told(closed, '/closure'), 1, 'closed twice'),
      ...more(told(answered, '/satisfaction'), 2, 'answered twice'),
      ...more(told(decided, '/decision'), 1, 'decided twice'),
      ...more(told(decided, '/archive'), 1, 'archived twice'),
      ...lostReopening(await town.read(id), decided),
    ];
  },
};

/** A reopening that was granted stands: in the state, in the round and in the history. */
function lostReopening(now: CaseView, heard: readonly Heard[]): string[] {
  const granted = told(heard, '/decision').filter(({ said }) => said['granted'] === true);
  if (granted.length === 0) return [];
  const lines = now.timeline.filter(({ kind }) => kind === 'reopen').length;
  return now.state === 'handling' && now.round === 2 && lines === 1
    ? []
    : [`${now.no} was reopened and is ${now.state}, round ${now.round}, with ${lines} lines of it`];
}

const merging: Scene = {
  name: 'two cases are merged into each other and dispatched meanwhile',
  play: async ({ town, cast, bell }) => {
    const [a, b] = [await town.registered(), await town.registered()];
    const [one, other] = cast.dispatchers;
    const merge = (who: TestPerson, into: string, from: string) => ({
      who,
      path: '/merges',
      body: { into, from: [from], reason: '同一问题' },
    });
    await bell.ring([
      merge(one, a, b),
      merge(other, b, a),
      merge(other, a, b),
      onCase(one, a, 'dispatch'),
      onCase(other, b, 'dispatch'),
      look(cast.supervisor, a),
      look(one, b),
    ]);
    const now = [await town.read(a), await town.read(b)];
    const merged = now.filter(({ state }) => state === 'merged');
    const reports = now.reduce((sum, one) => sum + one.reports, 0);
    return [
      ...(merged.length > 1 ? [`${a} and ${b} are merged into each other`] : []),
      ...(reports === 2 ? [] : [`of two reports there are ${reports}`]),
    ];
  },
};

export const scenes: readonly Scene[] = [dispatching, handingOver, reopening, merging];

/** What must hold of all cases at any time, as rows that say where it does not. */
export const STANDING = `
  select 'two units have one case' as wrong, case_id::text as id from cases.assignment where ended_at is null group by case_id, level having count(*) > 1
  union all select 'two open lead tasks', case_id::text from cases.task where part = 'lead' and state in ('open', 'reported', 'rejected') group by case_id, round having count(*) > 1
  union all select 'two overall clocks run', case_id::text from cases.clock where kind = 'overall' and stopped_at is null group by case_id having count(*) > 1
  union all select 'two open reopenings', case_id::text from cases.reopening where decided_at is null group by case_id having count(*) > 1
  union all select 'rounds without a reopening', c.id::text from cases."case" c
    where c.round <> 1 + (select count(*) from cases.activity a where a.case_id = c.id and a.kind = 'reopen')
  union all select 'an archived case waits to be reopened', c.id::text from cases."case" c
    join cases.reopening r on r.case_id = c.id and r.decided_at is null where c.state = 'archived'
  union all select 'a merged case is worked on', c.id::text from cases."case" c
    join cases.assignment a on a.case_id = c.id and a.ended_at is null where c.state = 'merged'
  union all select 'reports are counted wrongly', c.id::text from cases."case" c
    where c.reports <> (select count(*) from cases.report r where r.case_id = c.id)`;
