import { guessFields } from '@fengqiao/contract/registry/columns.ts';
import { runJobs } from '../../server/src/platform/jobs.ts';
import { idOf } from '../../server/src/modules/registry/registry.fixture.ts';
import { assessment, content } from '../../server/src/modules/catalogue/catalogue.fixture.ts';
import type { TestPerson } from '../../server/test/people.ts';
import { told, type Ask } from './bell.ts';
import type { Scene, Stage } from './scenes.ts';

const once = (what: string, done: readonly unknown[]): string[] =>
  done.length === 1 ? [] : [`${what} ${done.length} times`];

let table = 0;
const ROWS = 40;

/** A table of people nobody knew. */
function newTable(): string {
  table += 1;
  // A year and a month of birth for each, so that all are new.
  const month = String(1 + (Math.floor(table / 40) % 12)).padStart(2, '0');
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const day = `${month}-${String(1 + (n % 28)).padStart(2, '0')}`;
    const number = idOf(`${1950 + (table % 40)}-${day}`, n + 1);
    return `${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${'子丑寅卯'[Math.floor(n / 10)]},${number},19900${String(table * 100 + n).padStart(6, '0')}`;
  });
  return ['姓名,身份证号,手机号码', ...rows, ''].join('\n');
}

/** A table is applied from two windows, and worked off by two workers at once. */
const applying: Scene = {
  name: 'an import is applied from two windows and worked off by two workers',
  play: async ({ town: { world }, bell }) => {
    const [steward, other] = [await world.person('steward'), await world.person('steward')];
    const csv = newTable();
    const file = (
      await world.app.inject({
        method: 'POST',
        url: '/api/registry/tables',
        payload: Buffer.from(csv),
        headers: { 'content-type': 'text/csv', 'x-file-name': 'people.csv' },
        cookies: { fengqiao: steward.token },
      })
    ).json<{ id: string }>().id;
    const begin = await world.as(steward).post('/api/registry/imports', {
      kind: 'people',
      file,
      mapping: { fields: guessFields('people', csv.split('\n', 1)[0]?.split(',') ?? []) },
      source: '公安户籍',
      asOf: '2026-11-01',
      unit: 'centre',
    });
    const { id } = begin.json<{ id: string }>();
    await world.settle();
    const apply = (who: TestPerson): Ask => ({
      who,
      path: `/registry/imports/${id}/application`,
      body: {},
    });
    const count = () =>
      world.asSystem(async ({ db }) => {
        const { n } = await db
          .selectFrom('registry.person')
          .select(({ fn }) => fn.countAll<string>().as('n'))
          .executeTakeFirstOrThrow();
        return Number(n);
      });
    const before = await count();
    const applied = told(await bell.ring([apply(steward), apply(other), apply(steward)]), '/application');
    await Promise.all([1, 2].map(() => runJobs(world.platform, new Map(), { kind: 'errand' })));
    await world.settle();
    const people = (await count()) - before;
    return [...once('applied', applied), ...(people === ROWS ? [] : [`${ROWS} rows made ${people} people`])];
  },
};

/** A request for data is approved and granted from two windows each; its steps lead from one to the next. */
const sharing: Scene = {
  name: 'a sharing request is approved and granted from two windows',
  play: async (stage) => {
    const { world } = stage.town;
    const at = (unit: string) => world.person('department', unit);
    const [asker, second, third] = [
      await at('law_enforcement'),
      await at('law_enforcement'),
      await at('law_enforcement'),
    ];
    const [holder, head] = [await at('urban_ops'), await at('urban_ops')];
    const resource = await publish(stage, [holder, head]);
    const asked = await stage.town.done<{ row: { id: string } }>(asker, '/catalogue/requests', {
      kind: 'share',
      resource,
      fields: ['dogNo'],
      basis: '依照三定方案履行执法职责',
      scenario: '核对当事人联系方式',
      scope: '仅限执法案件经办人',
      method: 'file',
      from: world.clock.now().toISOString().slice(0, 10),
      until: new Date(world.clock.now().getTime() + 90 * 86_400_000).toISOString().slice(0, 10),
    });
    const on = (who: TestPerson, act: string, body: object = {}): Ask => ({
      who,
      path: `/catalogue/requests/${asked.row.id}/${act}`,
      body,
    });
    const grant = { fields: ['dogNo'], answer: '同意按需提供' };
    const approved = told(
      await stage.bell.ring([on(second, 'approval'), on(third, 'approval'), on(second, 'approval')]),
      '/approval',
    );
    const granted = told(
      await stage.bell.ring([on(holder, 'grant', grant), on(head, 'grant', grant)]),
      '/grant',
    );
    const steps = await world.asSystem(({ db }) =>
      db
        .selectFrom('catalogue.request_act')
        .select(['act', 'before', 'after'])
        .where('request', '=', asked.row.id)
        .execute(),
    );
    const chain = steps.filter(({ before }, i) => steps.findIndex((one) => one.before === before) !== i);
    return [
      ...once('approved', approved),
      ...once('granted', granted),
      ...chain.map(({ act, before }) => `two steps, one of them ${act}, were made from ${before}`),
    ];
  },
};

const published = new WeakMap<object, string>();

/** Something to share, published once. */
async function publish(
  { town: { world, done }, cast }: Stage,
  [holder, head]: readonly [TestPerson, TestPerson],
): Promise<string> {
  const known = published.get(world);
  if (known !== undefined) return known;
  const steward = await world.person('steward');
  const { no } = await done<{ no: string }>(cast.dispatchers[0], '/catalogue/assessments', assessment);
  const { id } = await done<{ id: string }>(holder, '/catalogue/proposals', {
    content: { ...content, assessmentNo: no },
    reason: '新建台账',
  });
  await done(head, `/catalogue/proposals/${id}/endorsement`);
  const { row } = await done<{ row: { id: string } }>(steward, `/catalogue/proposals/${id}/publication`);
  published.set(world, row.id);
  return row.id;
}

export const twice: readonly Scene[] = [applying, sharing];
