import { randomInt, randomUUID } from 'node:crypto';
import { DECOYS_MOST, type DecoyView } from '@fengqiao/contract/registry/decoys.ts';
import { canariesMet, plantCanary } from '#modules/audit';
import { destroyPersonKeys, keepPersonKeys, newPersonKeys, personSeals } from '#modules/identity';
import { alone } from '#platform/alone.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { invent } from '../domain/decoy.ts';
import {
  decoysOf,
  deleteInvented,
  insertDecoy,
  saveDecoyLifted,
  someNeighbour,
  type DecoyRow,
} from '../store/decoys.ts';
import { insertEvent, insertPerson, peopleById } from '../store/person.ts';
import { buildingWords } from '../store/sites.ts';
import { sourceOf, sourcesOf } from './provenance.ts';
import { indexesOf, matchOf, openGeneral, sealFacts, type Facts } from './sealing.ts';

/** The decoys of the street, with how often somebody saw them in clear. */
export async function listDecoys(work: Work): Promise<{ items: DecoyView[] }> {
  return { items: await viewsOf(work, await decoysOf(work)) };
}

/**
 * Plants an invented person who looks like all others: the kind, building and source are those of a neighbour. Where nobody
 * of the community is written down yet, a decoy would stand alone, and none is planted.
 */
export async function plantDecoy(work: Work, community: string): Promise<DecoyView> {
  const { account } = work.actor;
  if (account === null) return refuse('platform.not_signed_in');
  await alone(work, ['decoys']);
  const standing = (await decoysOf(work)).filter(({ lifted_at: lifted }) => lifted === null);
  if (standing.length >= DECOYS_MOST) refuse('registry.decoys_enough', { most: DECOYS_MOST });
  const id = work.newId();
  await asEngine(work, () => settle(work, id, community));
  await plantCanary(work, id, '登记库诱饵');
  await insertDecoy(work, id, community, account);
  const [view] = await viewsOf(
    work,
    (await decoysOf(work)).filter((one) => one.id === id),
  );
  return view ?? refuse('platform.not_found');
}

async function settle(work: Work, id: string, community: string): Promise<void> {
  const neighbour = await someNeighbour(work, community, randomUUID());
  if (neighbour?.building === undefined || neighbour.building === null)
    return refuse('registry.decoy_alone', { community });
  const { kind, grid, building } = neighbour;
  const words = (await buildingWords(work, [building])).get(building) ?? '';
  const facts: Facts = {
    ...invent((below) => randomInt(below)),
    workplace: null,
    relation: null,
    idKind: null,
    idNumber: null,
    ethnicity: null,
    address: `${words}${1 + randomInt(4)}单元${1 + randomInt(6)}0${1 + randomInt(4)}室`,
  };
  const vouched = sourceOf(sourcesOf(neighbour), '*');
  const keys = newPersonKeys(work, [id]);
  await keepPersonKeys(work, keys.rows);
  const written = await insertPerson(work, {
    id,
    kind: fromJson<'registered'>(kind),
    community,
    grid,
    building,
    home: null,
    household: null,
    match: matchOf(work.vault, facts),
    ...indexesOf(work.vault, facts),
    ...sealFacts(keys.of(id), id, facts),
    provenance: { '*': vouched },
  });
  if (!written) refuse('registry.known_already');
  await insertEvent(work, { person: id, kind: 'registered', at: vouched.asOf, source: vouched.source });
}

/** Takes a decoy out of the register for good; looks at it stay on record. */
export async function liftDecoy(work: Work, id: string): Promise<void> {
  if (!(await saveDecoyLifted(work, id))) refuse('platform.not_found');
  await asEngine(work, async () => {
    await deleteInvented(work, id);
    await destroyPersonKeys(work, [id]);
  });
}

async function viewsOf(work: Work, rows: readonly DecoyRow[]): Promise<DecoyView[]> {
  const ids = rows.map(({ id }) => id);
  const met = new Map((await canariesMet(work, ids)).map((one) => [one.subject, one]));
  const names = await asEngine(work, async () => {
    const [people, seals] = await Promise.all([peopleById(work, ids), personSeals(work, ids)]);
    return new Map(people.map((one) => [one.id, openGeneral(seals.get(one.id), one.id, one.g2_enc)?.name]));
  });
  return rows.map(({ id, community, planted_at: planted, lifted_at: lifted }) => ({
    id,
    name: names.get(id) ?? '—',
    community,
    plantedAt: planted.toISOString(),
    liftedAt: lifted?.toISOString() ?? null,
    looks: met.get(id)?.looks ?? 0,
    lastLookAt: met.get(id)?.last.toISOString() ?? null,
  }));
}
