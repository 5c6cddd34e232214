import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import iconv from 'iconv-lite';
import type { PersonSummary } from '@fengqiao/contract/registry/people.ts';
import { inspectTable } from '#platform/table/reader.ts';
import { beginImport } from './actions/import/start.ts';
import { COOKIE } from '#platform/http.ts';
import { goOnApplying } from './actions/import/applying.ts';
import { goOnChecking } from './actions/import/checking.ts';
import { entering } from './actions/import/steps.ts';
import { idOf, people, peopleCsv, startRegistry, type Registry } from './registry.fixture.ts';

let registry: Registry;
const asSteward = () => registry.world.as(registry.steward);
const found = async (body: object) =>
  (await asSteward().post('/api/registry/people/search', { purpose: 'register', ...body })).json<{
    items: PersonSummary[];
  }>().items;
const report = async (id: string) =>
  (
    await registry.world.app.inject({
      url: `/api/registry/imports/${id}/report`,
      cookies: { [COOKIE]: registry.steward.token },
    })
  ).body;

beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(() => registry.world.close());

const HEAD = '姓名,身份证号,手机号码,现住址,人口类别';

describe('a table of people', () => {
  test('is checked without writing anything, then applied; the same table again changes nothing', async () => {
    const checked = await registry.bring('people', peopleCsv, { apply: false });
    expect(checked).toMatchObject({ state: 'checked', created: 4, updated: 0, rejected: 0, halted: false });
    expect(await found({ name: people.zhang.name })).toEqual([]);
    const differences = await asSteward().get(`/api/registry/imports/${checked.id}/differences`);
    expect(differences.json()).toMatchObject({ items: [{ act: 'new', label: '张**' }, {}, {}, {}] });
    await asSteward().post(`/api/registry/imports/${checked.id}/application`, {});
    await registry.world.settle();
    expect(await found({ name: people.zhang.name })).toHaveLength(1);
    expect(await registry.bring('people', peopleCsv)).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
  });

  test('tells row by row what is wrong, in a report to download, and takes the others in', async () => {
    const csv = [
      HEAD,
      `孙一,${idOf('1960-01-01', 11).slice(0, 17)}Q,,,`,
      `孙二,${people.zhang.number.replace(/^0/, '1')},,,`,
      `,${idOf('1960-01-01', 13)},,,`,
      `孙四,${idOf('1960-01-01', 14)},12345678901,,`,
      `孙五,${idOf('1960-01-01', 15)},,乌有路 99 号,`,
      `孙六,${idOf('1960-01-01', 16)},,,`,
      `孙七,${idOf('1960-01-01', 16)},,,`,
      `孙八,110105491231002,,,`,
      '',
    ].join('\n');
    const done = await registry.bring('people', csv);
    expect(done).toMatchObject({ created: 3, rejected: 5, notes: 2 });
    expect(done.problems.map(({ code, rows }) => [code, rows]).toSorted()).toEqual([
      ['address_unknown', 1],
      ['id_checksum', 1],
      ['id_malformed', 1],
      ['id_old', 1],
      ['id_twice', 1],
      ['name_missing', 1],
      ['phone_unusable', 1],
    ]);
    const text = await report(done.id);
    expect(text.split('\r\n').filter((line) => line !== '')).toHaveLength(8);
    expect(text).toContain('孙七');
    expect(text).toContain('同一证件号码在文件中重复');
    const colleague = await registry.world.person('steward');
    const theirs = await registry.world.app.inject({
      url: `/api/registry/imports/${done.id}/report`,
      cookies: { [COOKIE]: colleague.token },
    });
    expect(theirs.statusCode).toBe(404);
    const looks = await registry.world.asSystem((work) =>
      work.db
        .selectFrom('audit.access')
        .select('object')
        .where('action', '=', 'registry.importReport')
        .execute(),
    );
    expect(looks).toEqual([{ object: `registry.import:${done.id}` }]);
    const problems = await asSteward().get(`/api/registry/imports/${done.id}/problems?limit=2`);
    expect(problems.json()).toMatchObject({
      items: [{ line: 2, code: 'id_malformed' }, { line: 3 }],
      next: expect.any(String),
    });
    expect(problems.body).not.toContain('孙');
  });

  test('of which no row can be taken in says so of each, and comes to its end', async () => {
    const done = await registry.bring(
      'people',
      `${HEAD}\n,${idOf('1961-01-01', 17)},,,\n,${idOf('1961-01-01', 18)},,,\n`,
    );
    expect(done).toMatchObject({ state: 'applied', created: 0, rejected: 2 });
  });

  test('in GBK is read as well', async () => {
    const csv = iconv.encode(`${HEAD}\n周全,${idOf('1977-07-07', 21)},,橹声路8号1幢,常住人口\n`, 'gbk');
    const file = await registry.upload(csv);
    const look = await asSteward().get(`/api/registry/tables/${file}?kind=people`);
    expect(look.json()).toMatchObject({
      rows: 1,
      fields: { name: '姓名', idNumber: '身份证号', phone: '手机号码', address: '现住址', kind: '人口类别' },
    });
    const started = await asSteward().post('/api/registry/imports', {
      kind: 'people',
      file,
      mapping: { fields: look.json<{ fields: object }>().fields },
      source: '社区',
      asOf: '2026-11-02',
      saveAs: '社区台账',
    });
    expect(started.statusCode).toBe(200);
    await registry.world.settle();
    await asSteward().post(`/api/registry/imports/${started.json<{ id: string }>().id}/application`, {});
    await registry.world.settle();
    expect(await found({ name: '周全' })).toMatchObject([{ grid: 'c01-g01' }]);
    expect((await asSteward().get('/api/registry/mappings')).json()).toMatchObject({
      items: [{ kind: 'people', name: '社区台账' }],
    });
    expect(
      (await asSteward().delete(`/api/registry/mappings/people/${encodeURIComponent('社区台账')}`))
        .statusCode,
    ).toBe(200);
  });

  test('that would change more than a twentieth of what is known is halted until somebody says why; taking it back gives each row what it was', async () => {
    const moved = peopleCsv
      .replace('19900000001', '19900000091')
      .replace(people.zhang.address, '橹声路9号1幢101室');
    const checked = await registry.bring('people', moved, { apply: false, asOf: '2026-11-10' });
    expect(checked).toMatchObject({ updated: 1, halted: true });
    const differences = await asSteward().get(`/api/registry/imports/${checked.id}/differences`);
    expect(differences.json()).toMatchObject({ items: [{ act: 'change', fields: ['phone', 'address'] }] });
    const apply = (body: object) => asSteward().post(`/api/registry/imports/${checked.id}/application`, body);
    expect((await apply({})).json()).toMatchObject({ code: 'registry.too_many_changes' });
    expect((await apply({ reason: '派出所本月更新了地址' })).statusCode).toBe(200);
    await registry.world.settle();
    expect(await found({ phone: '19900000091' })).toMatchObject([{ grid: 'c01-g02' }]);
    expect((await apply({ reason: '再来一次' })).json()).toMatchObject({ code: 'registry.import_state' });
    await asSteward().post(`/api/registry/imports/${checked.id}/undoing`, { reason: '对方发错了文件' });
    await registry.world.settle();
    expect((await asSteward().get(`/api/registry/imports/${checked.id}`)).json()).toMatchObject({
      state: 'undone',
    });
    expect(await found({ phone: '19900000091' })).toEqual([]);
    expect(await found({ phone: '19900000001' })).toMatchObject([{ grid: 'c01-g01' }]);
  });

  test('taken back takes its people away with their keys; not when one of them was written since', async () => {
    const csv = (name: string, order: number) =>
      `${HEAD}\n${name},${idOf('1988-08-08', order)},,橹声路8号1幢,常住人口\n`;
    const one = await registry.bring('people', csv('退一', 31));
    await asSteward().post(`/api/registry/imports/${one.id}/undoing`, { reason: '测试撤销' });
    await registry.world.settle();
    expect(await found({ name: '退一' })).toEqual([]);
    const two = await registry.bring('people', csv('退二', 32));
    const [person] = await found({ name: '退二' });
    registry.world.clock.advance({ minutes: 5 });
    await asSteward().post(`/api/registry/people/${person?.id}/events`, {
      kind: 'moved_out',
      at: '2026-11-20',
      source: '入户',
    });
    expect(
      (await asSteward().post(`/api/registry/imports/${two.id}/undoing`, { reason: '测试撤销' })).json(),
    ).toMatchObject({ code: 'registry.import_overtaken' });
  });

  test('a table of the day before a correction does not undo it', async () => {
    const [zhao] = await found({ name: people.zhao.name });
    const correction = await registry.world
      .as(registry.worker)
      .post(`/api/registry/people/${zhao?.id}/corrections`, {
        wishes: [{ field: 'phone', value: '19900000044' }],
      });
    expect(correction.statusCode).toBe(404);
    const asked = await asSteward().post(`/api/registry/people/${zhao?.id}/corrections`, {
      wishes: [{ field: 'phone', value: '19900000044' }],
    });
    const second = await registry.world.person('steward');
    await registry.world
      .as(second)
      .post(`/api/registry/corrections/${asked.json<{ id: string }>().id}/decision`, {
        accept: ['phone'],
        reply: '已核实并更正',
      });
    const checked = await registry.bring(
      'people',
      peopleCsv.replace(/19900000004,[^,]*/, '19900000004,橹声路9号1幢302室'),
      { apply: false, asOf: '2026-11-15' },
    );
    await asSteward().post(`/api/registry/imports/${checked.id}/application`, { reason: '地址更新' });
    await registry.world.settle();
    expect(await found({ phone: '19900000044' })).toMatchObject([{ id: zhao?.id }]);
  });

  test('422 registry.import_mapping names what does not fit; 409 registry.import_running for a second one at once', async () => {
    const file = await registry.upload(`${HEAD}\n甲,${idOf('1999-01-01', 41)},,,\n`);
    const start = (fields: object) =>
      asSteward().post('/api/registry/imports', {
        kind: 'people',
        file,
        mapping: { fields },
        source: '社区',
        asOf: '2026-11-02',
      });
    expect((await start({ idNumber: '身份证号' })).json()).toMatchObject({
      code: 'registry.import_mapping',
      details: { problems: [{ field: 'name', column: null }] },
    });
    expect((await start({ name: '名字' })).json()).toMatchObject({ code: 'registry.import_mapping' });
    expect((await start({ name: '姓名', idNumber: '身份证号' })).statusCode).toBe(200);
    const again = await registry.upload(`${HEAD}\n乙,${idOf('1999-01-01', 42)},,,\n`);
    expect(
      (
        await asSteward().post('/api/registry/imports', {
          kind: 'people',
          file: again,
          mapping: { fields: { name: '姓名' } },
          source: '社区',
          asOf: '2026-11-02',
        })
      ).json(),
    ).toMatchObject({ code: 'registry.import_running' });
    await registry.world.settle();
  });

  test('goes on from where it stood after a stop at any batch, and comes to the same', async () => {
    const rows = Array.from(
      { length: 120 },
      (_, i) => `人${'甲乙丙丁戊己庚辛'.charAt(i % 8)},${idOf('1950-02-03', 100 + i)},,橹声路8号1幢,常住人口`,
    );
    const path = join(registry.world.platform.settings.dataDir, 'resume.csv');
    await writeFile(path, `${HEAD}\n${rows.join('\n')}\n`);
    const file = await inspectTable(path);
    const { platform, street } = registry.world;
    const mapping = { fields: { name: '姓名', idNumber: '身份证号', address: '现住址' } };
    const id = await entering(
      platform,
      street,
    )((work) =>
      beginImport(work, file, {
        kind: 'people',
        mapping,
        source: '演练',
        asOf: '2026-11-03',
        unit: null,
        file: null,
        fileName: 'resume.csv',
      }),
    );
    const step = { id, batch: 50 };
    expect(await goOnChecking(platform, street, { ...step, file, most: 1 })).toBe(50);
    expect(await goOnChecking(platform, street, { ...step, file, most: 1 })).toBe(50);
    // Another process has nothing open, reads past what was done, and may do so by threads.
    expect(await goOnChecking({ ...platform }, street, { ...step, file, threadsFrom: 0 })).toBe(20);
    expect((await asSteward().get(`/api/registry/imports/${id}`)).json()).toMatchObject({
      state: 'checked',
      doneRows: 120,
      created: 120,
    });
    await asSteward().post(`/api/registry/imports/${id}/application`, {});
    await goOnApplying(platform, street, { ...step, most: 1 });
    await goOnApplying(platform, street, step);
    expect((await asSteward().get(`/api/registry/imports/${id}`)).json()).toMatchObject({ state: 'applied' });
    expect(await countOf(id)).toBe(120);
    // The last was made ready by a thread, with a key of their own.
    expect(await found({ idNumber: idOf('1950-02-03', 219) })).toMatchObject([
      { name: '人*', grid: 'c01-g01' },
    ]);
  });
});

const countOf = async (id: string) => {
  const { n } = await registry.world.asSystem((work) =>
    work.db
      .selectFrom('registry.person')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('import', '=', id)
      .executeTakeFirstOrThrow(),
  );
  return n;
};
