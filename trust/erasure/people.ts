import { keepContact, keepPersonKeys, newPersonKeys } from '../../server/src/modules/identity/index.ts';
import { notify } from '../../server/src/modules/notices/index.ts';
import { withWork, type Work } from '../../server/src/platform/work.ts';
import type { OpenPlatform } from '../../server/src/platform/platform.ts';
import { places } from '../../server/test/ground.ts';
import type { FastifyInstance } from 'fastify';
import { openResidentSession } from '../../server/src/modules/identity/index.ts';
import { COOKIE } from '../../server/src/platform/http.ts';
import type { Canary } from '../dump/canaries.ts';
import { picture } from '../town.ts';

/** Somebody who stands in every table in which people stand. */
export type Settled = Canary & {
  readonly person: string;
  readonly account: string;
  readonly report: string;
  /** Another row of the registry that is them, which nobody has found out yet. */
  readonly twin: string | null;
};

type Around = {
  readonly platform: OpenPlatform;
  readonly app: FastifyInstance;
  readonly street: string;
};

/**
 * Settles people in the registry, with an account that has proved to be them, a report with a picture and a contact, word sent
 * to them, and a mandate.
 */
export async function settlePeople(around: Around, people: readonly Canary[]): Promise<Settled[]> {
  const { platform, street } = around;
  const enter = <T>(act: (work: Work) => Promise<T>) =>
    withWork(platform, { service: 'system', street }, platform.clock(), 'write', act);
  const known = await enter((work) => register(work, people));
  const settled: Settled[] = [];
  for (const [n, one] of known.entries())
    settled.push({ ...one, report: await reportAs(around, one, { enter, pictured: n % PICTURED === 0 }) });
  await enter((work) => tellAndMandate(work, settled));
  return settled;
}

/** Finds out who stood there twice, as a steward does. */
export async function mergeTwins({ db, street }: Work, people: readonly Settled[]): Promise<void> {
  for (const { person, twin } of people)
    if (twin !== null)
      await db
        .updateTable('registry.person')
        .set({ state: 'merged', merged_into: person })
        .where('street', '=', street)
        .where('id', '=', twin)
        .execute();
}

type Enter = <T>(act: (work: Work) => Promise<T>) => Promise<T>;
/** Every so many brings a picture: reading them is what takes time. */
const PICTURED = 10;
/** Every so many stood in the registry twice, until it is found out. */
const TWINNED = 4;

type Known = Omit<Settled, 'report'>;

async function register(work: Work, people: readonly Canary[]): Promise<Known[]> {
  const { db, street, now, vault, newId } = work;
  const known = people.map((one, n) => ({
    ...one,
    person: newId(),
    account: newId(),
    twin: n % TWINNED === 0 ? newId() : null,
  }));
  const twins = known.flatMap(({ twin, ...one }) => (twin === null ? [] : [{ ...one, twin }]));
  const keys = newPersonKeys(work, [...known.map(({ person }) => person), ...twins.map(({ twin }) => twin)]);
  await keepPersonKeys(work, keys.rows);
  const sealedIn = (column: string, row: string, value: object) =>
    keys.of(row).seal(JSON.stringify(value), { table: 'registry.person', column, row });
  const rowOf = (id: string, { name, phone, idNumber, address }: Canary) => ({
    street,
    id,
    kind: 'registered',
    name_index: vault.index(name, 'name'),
    phone_index: vault.index(phone, 'phone'),
    id_index: vault.index(idNumber, 'id-number'),
    g2_enc: sealedIn('g2_enc', id, { name, phone }),
    g3_enc: sealedIn('g3_enc', id, { idNumber, address }),
    provenance: '{}',
    made_at: now,
    changed_at: now,
  });
  await db
    .insertInto('registry.person')
    .values([
      ...known.map((one) => rowOf(one.person, one)),
      ...twins.map((one) => ({ ...rowOf(one.twin, one), id_index: null })),
    ])
    .execute();
  await db
    .insertInto('identity.account')
    .values(
      known.map(({ person, account, name, phone }) => ({
        street,
        id: account,
        kind: 'resident',
        person,
        name_enc: vault.seal(name, { table: 'identity.account', column: 'name_enc', row: account }),
        phone_enc: vault.seal(phone, { table: 'identity.account', column: 'phone_enc', row: account }),
        phone_index: vault.index(phone, 'phone'),
        level: 2,
        made_at: now,
      })),
    )
    .execute();
  return known;
}

async function reportAs(
  { app }: Around,
  { account, name, phone }: Known,
  { enter, pictured }: { readonly enter: Enter; readonly pictured: boolean },
): Promise<string> {
  const { token } = await enter((work) =>
    openResidentSession(work, account, 'trust', { seconds: 86_400, proved: true }),
  );
  const cookies = { [COOKIE]: token };
  const upload = {
    method: 'POST',
    url: '/api/uploads',
    payload: picture(),
    headers: { 'content-type': 'application/octet-stream' },
    cookies,
  } as const;
  const files = pictured ? [(await app.inject(upload)).json<{ id: string }>().id] : [];
  const reply = await app.inject({
    method: 'POST',
    url: '/api/reports',
    payload: {
      text: '橹声路口的路灯不亮',
      address: '橹声路口',
      ...places['c01-g01'],
      files,
      contact: { name, phone },
    },
    headers: { 'idempotency-key': `erasure-${account}` },
    cookies,
  });
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.json<{ report: string }>().report;
}

/** Word in the product and by SMS that waits to be sent, and an invitation that waits for its answer. */
async function tellAndMandate(work: Work, people: readonly Settled[]): Promise<void> {
  const { db, street, now, vault, newId } = work;
  for (const { account, name, phone } of people) {
    await notify(work, {
      to: { account },
      kind: 'case.closed',
      zh: '您反映的问题已办结。',
      en: 'Your report was closed.',
      sms: true,
    });
    const contact = await keepContact(work, { name, phone });
    await db
      .insertInto('identity.mandate')
      .values({
        street,
        id: newId(),
        principal: account,
        asked: 'helper',
        asked_contact: contact,
        asked_index: vault.index(phone, 'phone'),
        acts: ['reports.follow'],
        state: 'asked',
        made_at: now,
        until: new Date(now.getTime() + 90 * 86_400_000),
      })
      .execute();
  }
}
