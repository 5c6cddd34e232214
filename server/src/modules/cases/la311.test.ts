import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import Papa from 'papaparse';
import { Mapping } from '@fengqiao/contract/cases/imports.ts';
import { checker } from '#platform/validate.ts';
import { withWork } from '#platform/work.ts';
import { startWorld, type World } from '#test/world.ts';
import { settleOver } from '#town/street/settle-over.ts';
import { goOnImporting } from './actions/import/go-on.ts';
import { placesIn } from './actions/import/places.ts';
import { importSummary, startImport } from './actions/import/start.ts';
import { inspectTable } from '#platform/table/reader.ts';

/** A file with the columns of MyLA311; a real one holds about 20 000 requests of a week. */
const path = process.env['FENGQIAO_LA311'] ?? '';
const mapping = checker<Mapping>(
  Mapping,
  'json',
)(JSON.parse(readFileSync(new URL('../../../../docs/examples/la311-mapping.json', import.meta.url), 'utf8')));
const LONG = 300_000;

type Request = {
  id: string;
  created: string;
  closed: string;
  lat: string;
  lon: string;
  status: string;
  type: string;
};

describe.skipIf(path === '')('requests of a real city', () => {
  let world: World;
  let requests: Request[] = [];
  beforeAll(async () => {
    world = await startWorld();
    requests = Papa.parse<Request>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
    const points = await placesIn(await inspectTable(path), mapping);
    await settleOver(world.platform, world.clock.now(), {
      id: 'la',
      zh: '洛杉矶',
      en: 'Los Angeles',
      prefix: 'LA',
      zone: mapping.zone,
      points,
      communities: 20,
      gridsPerCommunity: 20,
    });
    world.clock.advance({ minutes: 1 });
  }, LONG);
  afterAll(() => world.close());

  async function importAll() {
    const table = await inspectTable(path);
    const enter = { service: 'system', street: 'la' } as const;
    const run = await withWork(world.platform, enter, world.clock.now(), 'write', (work) =>
      startImport(work, table, { mapping, fileName: 'la.csv', file: null, dry: false }),
    );
    await goOnImporting(world.platform, 'la', { run, file: table });
    return world.asSystem((work) => importSummary(work, run), 'la');
  }

  test(
    'every row is a case or is listed with its reason',
    async () => {
      const nowhere = requests.filter((one) => one.lat === '' || one.lon === '').length;
      const backwards = requests.filter(
        (one) => one.closed !== '' && one.closed < one.created && one.lat !== '' && one.lon !== '',
      ).length;
      const { done, problems } = await importAll();
      expect(done).toMatchObject({
        state: 'done',
        doneRows: requests.length,
        created: requests.length - nowhere - backwards,
        rejected: nowhere + backwards,
      });
      expect(
        problems
          .filter(({ rejects }) => rejects)
          .map(({ code }) => code)
          .toSorted(),
      ).toEqual(['closed_before_reported', 'place_missing']);
      const found = await world.asSystem(
        ({ db }) =>
          db
            .selectFrom('cases.case')
            .select((eb) => [
              eb.fn.countAll<number>().as('n'),
              eb.fn.count<number>('grid').as('inGrid'),
              eb.fn.count<number>('closed_at').as('closed'),
            ])
            .executeTakeFirstOrThrow(),
        'la',
      );
      expect([Number(found.n), Number(found.inGrid), Number(found.closed)]).toEqual([
        done.created,
        done.created,
        0,
      ]);
    },
    LONG,
  );

  test(
    'importing the same file again changes nothing',
    async () => {
      const { done } = await importAll();
      expect([done.created, done.updated, done.unchanged]).toEqual([0, 0, done.doneRows - done.rejected]);
    },
    LONG,
  );

  test(
    'the work list, the search, the neighbours and the clocks work on it',
    async () => {
      const hand = world.as(await world.person('dispatcher', undefined, 'la'));
      const list = (await hand.get('/api/cases?type=03001&sort=newest&limit=50')).json();
      expect([list.items.length, list.next === null]).toEqual([50, false]);
      const found = (await hand.get('/api/cases?q=graffiti%20removal')).json();
      expect(found.items.length).toBeGreaterThan(10);
      const open = (await hand.get('/api/cases?desk=open')).json().items;
      const stillOpen = requests.filter(
        (one) => one.status === 'Open' && one.lat !== '' && !(one.closed !== '' && one.closed < one.created),
      );
      expect(open.length).toBe(stillOpen.length);
      for (const one of open) {
        const { clocks, state } = (await hand.get(`/api/cases/${one.id}`)).json();
        expect([state === 'received' || one.dueAt !== null, clocks.length > 0]).toEqual([true, true]);
      }
      const place = stillOpen[0];
      const near = await world.app.inject({
        url: `/api/reports/nearby?lng=${place?.lon}&lat=${place?.lat}`,
        headers: { 'x-street': 'la' },
      });
      expect(near.statusCode).toBe(200);
    },
    LONG,
  );
});
