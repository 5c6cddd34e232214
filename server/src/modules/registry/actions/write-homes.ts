import type { Static } from 'typebox';
import { homeFields, type HomeField } from '@fengqiao/contract/registry/place-fields.ts';
import type { addHome as adding, changeHome as changing } from '@fengqiao/contract/registry/place-acts.ts';
import type { HomeDetail } from '@fengqiao/contract/registry/places.ts';
import { homeUses } from '@fengqiao/contract/registry/words.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { differing, homeWords, inWords, readHomeWords, type Words } from '../domain/by-hand.ts';
import { homeKey } from '../domain/keys.ts';
import { isFaulty } from '../domain/import/reading.ts';
import type { HomeFacts } from '../domain/import/others.ts';
import type { Provenance } from '../store/apply.ts';
import { codesOf, findHome, type HomeRow } from '../store/homes.ts';
import { holdCodes, insertHome, lockPlace, reaches, rewriteHome } from '../store/write-places.ts';
import { changedSince, vouchedBy, writtenBy, wrongly } from './by-hand.ts';
import { readingOf } from './import/reading.ts';
import { readHome } from './places.ts';
import { sourcesOf } from './provenance.ts';

/** Writes a home down, in a building of the street that the post looks after. */
export async function addHome(
  work: Work,
  { source, asOf, ...given }: Static<typeof adding.body>,
): Promise<HomeDetail> {
  const vouched = vouchedBy(work, { source, asOf });
  const words = { ...nothing, ...inWords(given) };
  const { site, door, codes, ...facts } = await readOrSay(work, words);
  if (!(await reaches(work, site))) refuse('registry.outside_reach');
  const id = homeKey(site.building, door);
  const told = keysOf(homeFields).filter((field) => words[field] !== '');
  const isNew = await insertHome(work, {
    id,
    ...site,
    door,
    use: facts.use,
    squareMetres: facts.squareMetres,
    rooms: facts.rooms,
    provenance: { '*': vouched, ...writtenBy(vouched, told, 1) },
  });
  if (!isNew) refuse('registry.home_known');
  await holdCodes(work, id, codes, asOf);
  await work.announce('registry.home_added', id, {});
  return readHome(work, id);
}

const nothing: Words<HomeField> = {
  address: '',
  use: '',
  squareMetres: '',
  rooms: '',
  realEstateUnit: '',
  houseCode: '',
};

async function readOrSay(work: Work, words: Words<HomeField>): Promise<HomeFacts> {
  const read = readHomeWords(words, await readingOf(work, { fields: {} }));
  return isFaulty(read) ? wrongly(read.problems) : read.facts;
}

/** Changes what is written of a home in reach, unless somebody else did meanwhile. */
export async function changeHome(
  work: Work,
  id: string,
  { facts, version: seen, ...stated }: Static<typeof changing.body>,
): Promise<HomeDetail> {
  const vouched = vouchedBy(work, stated);
  const version = await lockPlace(work, 'registry.home', id);
  const row = await findHome(work, id);
  const was = await homeInWords(work, row);
  changedSince({ sources: sourcesOf(row), version, seen }, homeFields, { ...was, use: homeUses[row.use] });
  await writeHome(work, row, inWords(facts), vouched);
  return readHome(work, id);
}

/** A home as it stands, in the words of its fields. */
export async function homeInWords(work: Work, row: HomeRow): Promise<Words<HomeField>> {
  const codes = Object.fromEntries(
    (await codesOf(work, row.id)).flatMap(({ scheme, value, until }) =>
      until === null ? [[scheme, value]] : [],
    ),
  );
  return homeWords({ ...row, codes }, `${row.address}${row.door}`);
}

/** Writes what differs of a home that is held; refuses where nothing does. */
export async function writeHome(
  work: Work,
  row: HomeRow,
  told: Readonly<Record<string, string>>,
  vouched: Provenance,
): Promise<void> {
  const was = await homeInWords(work, row);
  const { use, squareMetres, rooms, codes } = await readOrSay(work, {
    ...was,
    ...told,
    address: was.address,
  });
  const now = homeWords({ use, squareMetres, rooms, codes }, was.address);
  const fields = differing(was, now);
  if (fields.length === 0) refuse('registry.correction_same');
  await rewriteHome(work, row.id, {
    use,
    squareMetres,
    rooms,
    provenance: { ...sourcesOf(row), ...writtenBy(vouched, fields, row.version + 1) },
  });
  const schemes = { realEstateUnit: 'real_estate_unit', houseCode: 'house' } as const;
  const held = keysOf(schemes).flatMap((field) =>
    fields.includes(field) ? [[schemes[field], now[field]] as const] : [],
  );
  await holdCodes(work, row.id, Object.fromEntries(held), vouched.asOf);
  await work.announce('registry.home_changed', row.id, { fields });
}
