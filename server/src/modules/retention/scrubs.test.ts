import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hit, ScrubView } from '@fengqiao/contract/retention.ts';
import { ledgerOf, readLedger } from '#platform/ledger.ts';
import { laySquares, places } from '#test/ground.ts';
import { layUnits, type TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';
import { replayLedger } from './index.ts';

let world: World;
let officer: TestPerson;
let handler: TestPerson;
let stranger: TestPerson;
beforeAll(async () => {
  world = await startWorld();
  await world.asSystem(async (work) => {
    await layUnits(work);
    await laySquares(work);
  });
  officer = await world.person('privacy');
  handler = await world.person('department', 'urban_ops');
  stranger = await world.person('department', 'law_enforcement');
}, 60_000);
afterAll(() => world.close());

const PHONE = '19900004321';
const ID = '00000019900101123X';
const TEXT = `三号楼路灯不亮，我叫王建国，电话${PHONE}，身份证${ID}，请尽快来修`;

const open = async (who: TestPerson, done = false) =>
  (await world.as(who).get(`/api/retention/scrubs?limit=100&done=${done}`)).json<{ items: ScrubView[] }>()
    .items;
const look = (id: string, who = officer) => world.as(who).post(`/api/retention/scrubs/${id}/look`);
const decide = (id: string, body: { mask: Hit[]; keep: Hit[] }, who = officer) =>
  world.as(who).post(`/api/retention/scrubs/${id}/decision`, body);
/** What was written settles for two minutes before it is looked through. */
const scan = async () => {
  world.clock.advance({ minutes: 3 });
  await world.settle();
};

async function report(text: string, by: TestPerson | null = null): Promise<string> {
  const said = { text, address: '橹声路口', ...places['c01-g01'] };
  return (await world.as(by).post('/api/reports', said)).json<{ caseId: string }>().caseId;
}

const give = (caseId: string, unit: string) =>
  world.asSystem(({ db, now }) =>
    db
      .updateTable('cases.case')
      .set({ lead: unit, holder: unit, seen_by: [unit], updated_at: now })
      .where('id', '=', caseId)
      .execute(),
  );

/** All that is written of a case anywhere, as one text. */
const everywhere = (caseId: string) =>
  world.asSystem(async ({ db }) => {
    const id = caseId;
    const all = await Promise.all([
      db.selectFrom('cases.case').select(['title', 'text']).where('id', '=', id).execute(),
      db.selectFrom('cases.report').select(['text', 'facts']).where('case_id', '=', id).execute(),
      db.selectFrom('cases.activity').select('facts').where('case_id', '=', id).execute(),
      db.selectFrom('cases.search_text').select(['words', 'pairs']).where('case_id', '=', id).execute(),
      db.selectFrom('platform.event').select('facts').where('subject', '=', id).execute(),
      db.selectFrom('notices.message').select(['zh', 'en']).where('case_id', '=', id).execute(),
    ]);
    return JSON.stringify(all);
  });

test('a passage with personal data is proposed, by kinds and counts; the list shows none of its words', async () => {
  const resident = await world.person('resident');
  const caseId = await report(TEXT, resident);
  expect(await open(officer)).toEqual([]);
  await scan();
  const [found, ...more] = await open(officer);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ subject: caseId, place: 'report.text', state: 'open', unit: null });
  expect(found?.found).toEqual([
    { kind: 'idNumber', count: 1 },
    { kind: 'phone', count: 1 },
    { kind: 'name', count: 1 },
  ]);
  expect(JSON.stringify(found)).not.toMatch(/王建国|1990000/);
  expect(await everywhere(caseId)).toContain(PHONE);
  const opened = (await look(found?.id ?? '')).json<{ text: string; hits: Hit[] }>();
  expect(opened.text).toBe(TEXT);
  expect(opened.hits.map(({ from, to }) => opened.text.slice(from, to))).toEqual(['王建国', PHONE, ID]);
  const [seen] = await world.asSystem(({ db }) =>
    db
      .selectFrom('audit.access')
      .select(['subjects', 'fields', 'purpose', 'account'])
      .where('action', '=', 'retention.passage')
      .execute(),
  );
  expect(seen).toMatchObject({ subjects: [resident.account], purpose: 'scrub', account: officer.account });
  expect([...(seen?.fields ?? [])].sort()).toEqual(['idNumber', 'name', 'phone', 'report']);
});

test('what a person confirms is masked in the report, the case, its title, search, history and facts; what they keep stays and is not asked again', async () => {
  const [found] = await open(officer);
  const id = found?.id ?? '';
  const { hits } = (await look(id)).json<{ hits: Hit[] }>();
  const [name, phone, number] = hits;
  if (name === undefined || phone === undefined || number === undefined) return expect.unreachable();
  expect((await decide(id, { mask: [phone], keep: [] })).json().code).toBe('retention.not_every_hit');
  const done = await decide(id, { mask: [phone, number], keep: [name] });
  expect(done.json()).toMatchObject({ state: 'done', masked: 2, kept: 1 });
  const all = await everywhere(found?.subject ?? '');
  expect(all).not.toMatch(new RegExp(`${PHONE}|${ID}|${PHONE.slice(0, 8)}`));
  expect(all).toContain('电话■■■■■■■■■■■');
  expect(all).toContain('王建国');
  const supervisor = await world.person('supervisor');
  const search = (words: string) => world.as(supervisor).get(`/api/cases?q=${encodeURIComponent(words)}`);
  expect((await search(PHONE)).json().items).toEqual([]);
  expect((await search('三号楼路灯')).json().items).toHaveLength(1);
  await scan();
  expect(await open(officer)).toEqual([]);
  expect((await decide(id, { mask: [], keep: [] })).json().code).toBe('retention.not_waiting');
  expect(await open(officer, true)).toMatchObject([{ id, masked: 2, kept: 1 }]);
});

test('whoever handles the case decides about its passages, and nobody else’s unit sees them', async () => {
  const caseId = await report('邻居吴强（电话19900008765）半夜装修');
  await give(caseId, 'urban_ops');
  await scan();
  expect(await open(stranger)).toEqual([]);
  const [own] = await open(handler);
  expect(own).toMatchObject({ subject: caseId, unit: 'urban_ops' });
  const id = own?.id ?? '';
  expect((await look(id, stranger)).statusCode).toBe(404);
  expect((await decide(id, { mask: [], keep: [] }, stranger)).statusCode).toBe(404);
  const { hits } = (await look(id, handler)).json<{ hits: Hit[] }>();
  expect((await decide(id, { mask: hits, keep: [] }, handler)).statusCode).toBe(200);
  expect(await everywhere(caseId)).not.toMatch(/吴强|19900008765/);
  const auditor = await world.person('auditor');
  expect(await open(auditor, true)).toHaveLength(2);
  expect((await look(id, auditor)).statusCode).toBe(403);
});

test('a passage that changed since it was found is not decided about unseen', async () => {
  const caseId = await report('请打19900005555找我');
  await scan();
  const [found] = await open(officer);
  const id = found?.id ?? '';
  const { hits } = (await look(id)).json<{ hits: Hit[] }>();
  await world.asSystem(({ db, now }) =>
    db
      .updateTable('cases.report')
      .set({ text: '改过了：19900005555' })
      .where('case_id', '=', caseId)
      .execute()
      .then(() =>
        db
          .updateTable('cases.case')
          .set({ text: '改过了：19900005555', title: '改过了', updated_at: now })
          .where('id', '=', caseId)
          .execute(),
      ),
  );
  expect((await look(id)).json().code).toBe('retention.passage_changed');
  expect((await decide(id, { mask: hits, keep: [] })).json().code).toBe('retention.passage_changed');
  await scan();
  const again = (await look(id)).json<{ hits: Hit[] }>();
  expect((await decide(id, { mask: again.hits, keep: [] })).statusCode).toBe(200);
});

test('the sealed package of a filed case has a key of its own, and is masked as well', async () => {
  const caseId = await report('联系人：李秀英，手机19900006666');
  await world.asSystem(async ({ db, now }) => {
    await db
      .updateTable('cases.case')
      .set({ state: 'archived', archived_at: now, updated_at: now })
      .where('id', '=', caseId)
      .execute();
  });
  const { fileArchivesAgain } = await import('#modules/cases');
  await world.asSystem(fileArchivesAgain);
  const packed = () =>
    world.asSystem(({ db }) =>
      db
        .selectFrom('cases.archive')
        .select(['package', 'sha256', 'sealed'])
        .where('case_id', '=', caseId)
        .executeTakeFirstOrThrow(),
    );
  const before = await packed();
  // Neither gzip nor anything the master key opens.
  expect([before.sealed, before.package.subarray(0, 2).toString('hex') === '1f8b']).toEqual([true, false]);
  const place = { table: 'cases.archive', column: 'package', row: `${caseId}|1` };
  await expect(world.asSystem(async ({ vault }) => vault.open(before.package, place))).rejects.toThrow();
  const supervisor = await world.person('supervisor');
  const read = async () =>
    (await world.as(supervisor).get(`/api/cases/${caseId}/archive`)).json<{ package: string }>().package;
  expect(await read()).toContain('19900006666');
  await scan();
  const [found] = await open(officer);
  const id = found?.id ?? '';
  const { hits } = (await look(id)).json<{ hits: Hit[] }>();
  await decide(id, { mask: hits, keep: [] });
  expect(await read()).not.toMatch(/李秀英|19900006666/);
  expect((await packed()).sha256).not.toBe(before.sha256);
});

test('what was masked stands in the ledger by its place, and is masked again over a restored backup', async () => {
  const entries = (await readLedger(ledgerOf(world.platform.settings))).filter((entry) => 'scrub' in entry);
  expect(entries.length).toBeGreaterThanOrEqual(4);
  expect(JSON.stringify(entries)).not.toMatch(/1990000|王建国|吴强/);
  const [first] = entries;
  if (first === undefined || !('scrub' in first)) return expect.unreachable();
  await world.asSystem(({ db }) =>
    db.updateTable('cases.report').set({ text: TEXT }).where('case_id', '=', first.subject).execute(),
  );
  expect((await replayLedger(world.platform, [first], [world.street])).masked).toBe(1);
  expect(await everywhere(first.subject)).not.toContain(PHONE);
});
