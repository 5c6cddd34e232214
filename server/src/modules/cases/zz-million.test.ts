import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { laySquares, places } from '#test/ground.ts';
import { layUnits } from '#test/people.ts';
import { startWorld } from '#test/world.ts';
import { picturesLike } from './store/likeness.ts';
test('million', { timeout: 590_000 }, async () => {
  const world = await startWorld();
  await world.asSystem(async (work) => {
    await sql`set local statement_timeout = 0`.execute(work.db);
    await layUnits(work);
    await laySquares(work);
  });
  const worker = await world.person('grid_worker', 'c01-g01');
  const reply = await world.as(worker).post('/api/field/reports', {
    text: '路面破损，有坑',
    ...places['c01-g01'],
    address: '',
    files: [],
    evidence: [],
  });
  const { caseId } = reply.json<{ caseId: string }>();
  let t = performance.now();
  await world.asSystem(async (work) => {
    await sql`set local statement_timeout = 0`.execute(work.db);
    await sql`insert into cases.evidence (street, id, case_id, round, stage, kind, at)
      select ${work.street}, gen_random_uuid(), ${caseId}::uuid, 1, 'handle', 'photo', now() from generate_series(1, 1000000)`.execute(
      work.db,
    );
  });
  console.log('evidence', performance.now() - t);
  t = performance.now();
  await world.asSystem(async (work) => {
    await sql`set local statement_timeout = 0`.execute(work.db);
    await sql`insert into cases.likeness (street, evidence, part, hash)
      select ${work.street}, e.id, p.p, case when random() < 0.02 then ('x' || '0000' || substr(md5(e.id::text || p.p), 1, 12))::bit(64) else ('x' || substr(md5(e.id::text || p.p), 1, 16))::bit(64) end from cases.evidence e, generate_series(0, 3) p(p)`.execute(
      work.db,
    );
  });
  console.log('likeness', performance.now() - t);
  await world.asSystem(async (work) => {
    await sql`set local statement_timeout = 0`.execute(work.db);
    const { rows } =
      await sql<any>`select (select count(*) from cases.likeness) n, pg_size_pretty(pg_total_relation_size('cases.likeness')) size`.execute(
        work.db,
      );
    console.log(rows);
    const some = (
      await sql<any>`select e.id, (select string_agg(hash::text, ',' order by part) from cases.likeness l where l.evidence = e.id) h from cases.evidence e limit 40`.execute(
        work.db,
      )
    ).rows;
    const hex = (bits: string) =>
      BigInt('0b' + bits)
        .toString(16)
        .padStart(16, '0');
    const flip = (h: string, n: number) => {
      let v = BigInt('0x' + h);
      const at = new Set<number>();
      while (at.size < n) at.add(Math.floor(Math.random() * 64));
      for (const b of at) v ^= 1n << BigInt(b);
      return v.toString(16).padStart(16, '0');
    };
    for (const n of [0, 3, 7, 9]) {
      const times: number[] = [];
      let hits = 0;
      for (const { id, h } of some) {
        const hashes = h
          .split(',')
          .map(hex)
          .map((x: string) => flip(x, n));
        const s = performance.now();
        const got = await picturesLike(work, hashes);
        times.push(performance.now() - s);
        hits += Number(got.some((g) => g.evidence === id));
      }
      times.sort((a, b) => a - b);
      console.log(
        'bits',
        n,
        'p50',
        times[20]!.toFixed(1),
        'p95',
        times[37]!.toFixed(1),
        'max',
        times[39]!.toFixed(1),
        'found',
        hits,
        'of 40',
      );
    }
    const plan =
      await sql<any>`explain (analyze, buffers) with asked as (select h.hex, ('x' || h.hex)::bit(64) as hash from unnest(array['0000123456789abc','8f3c0a5577aa1234','0123456789abcdef','fedcba9876543210']) h(hex)) select a.hex, l.evidence, bit_count(l.hash # a.hash) as bits from asked a, unnest(array[0,1,2,4,8,16,32,64,128,256,512,1024,2048,4096,8192,16384,32768]) m(mask), lateral (select k.evidence, k.hash from cases.likeness k where k.street = ${work.street} and k.band1 = (substring(a.hash from 1 for 16)::bit(16)::int # m.mask) limit 500) l`.execute(
        work.db,
      );
    console.log(plan.rows.map((r: any) => Object.values(r)[0]).join('\n'));
  });
  await world.close();
  expect(1).toBe(1);
});
