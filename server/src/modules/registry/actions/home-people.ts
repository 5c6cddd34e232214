import type { Static } from 'typebox';
import type {
  endHomeLink as ending,
  HomeLink,
  HomePeople,
  linkHomePerson as linking,
} from '@fengqiao/contract/registry/home-people.ts';
import { maskOf } from '@fengqiao/contract/masks.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import { personSeals } from '#modules/identity';
import { alone } from '#platform/alone.ts';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { doorOf, parseAddress } from '../domain/address.ts';
import { homeKey } from '../domain/keys.ts';
import { findHome, type HomeRow } from '../store/homes.ts';
import {
  insertLink,
  isLinked,
  linksOfHome,
  lockLink,
  saveEnd,
  unhousedIn,
  type LinkRow,
} from '../store/home-people.ts';
import { whoAreLeft, whoStays } from '../store/merged.ts';
import { lockPerson, peopleById, rewritePerson, type PersonRow } from '../store/person.ts';
import { vouchedBy, withUnits } from './by-hand.ts';
import { todayOf } from '../domain/day.ts';
import { lookedMasked } from './looks.ts';
import { maskedOf } from './people.ts';
import { sourceOf, sourcesOf } from './provenance.ts';
import { openGeneral, openSensitive } from './sealing.ts';

/**
 * Who has to do with a home, masked, wherever they live; and who in reach is written down with its address and in no home yet,
 * as before the home was written down.
 */
export async function viewHomePeople(work: Work, id: string, purpose: Purpose): Promise<HomePeople> {
  const home = await findHome(work, id);
  const [links, waiting] = [await linksOfHome(work, id), await writtenHere(work, home)];
  const people = await asEngine(work, () =>
    whoAreLeft(
      work,
      links.map(({ person }) => person),
    ),
  );
  const subjects = [
    ...new Set([...[...people.values()].map((one) => one.id), ...waiting.map((one) => one.id)]),
  ];
  await lookedMasked(work, { action: 'registry.homePeople', object: `home:${id}`, subjects, purpose });
  return { links: await linkViews(work, links, people), offered: await maskedOf(work, waiting) };
}

async function linkViews(
  work: Work,
  links: readonly LinkRow[],
  people: ReadonlyMap<string, PersonRow>,
): Promise<HomeLink[]> {
  const ids = [...new Set([...people.values()].map(({ id }) => id))];
  const [seals, reached] = [await personSeals(work, ids), await peopleById(work, ids)];
  const inReach = new Set(reached.map(({ id }) => id));
  const today = todayOf(work);
  const told = await withUnits(
    work,
    links.map(({ id, person, role, from, until, provenance }) => {
      const { source, asOf, unit } = sourceOf(sourcesOf({ provenance }), '*');
      return { id, person, role, from, until, source, asOf, unit };
    }),
  );
  return told.flatMap(({ person, ...link }) => {
    const row = people.get(person);
    if (row === undefined) return [];
    const name = openGeneral(seals.get(row.id), row.id, row.g2_enc)?.name ?? null;
    return [
      {
        ...link,
        person: row.id,
        name: maskOf('name', name) ?? '—',
        inReach: inReach.has(row.id),
        over: isOver(link.until, today),
      },
    ];
  });
}

const isOver = (until: string | null, today: string): boolean => until !== null && until < today;

/** Whose address is this home; it is sealed, so that those of the building are opened to know it. */
async function writtenHere(work: Work, { id, building }: HomeRow): Promise<PersonRow[]> {
  const people = await unhousedIn(work, building);
  const seals = await personSeals(
    work,
    people.map((one) => one.id),
  );
  return people.filter(({ id: person, g3_enc: sealed }) => {
    const address = openSensitive(seals.get(person), person, sealed)?.address ?? null;
    const elements = address === null ? null : parseAddress(address);
    return elements !== null && homeKey(building, doorOf(elements)) === id;
  });
}

/** Writes down that people live in a home whose address is theirs: each was chosen by somebody. */
export async function houseHomePeople(work: Work, id: string, chosen: readonly string[]): Promise<void> {
  const home = await findHome(work, id);
  for (const person of [...chosen].toSorted()) await lockPerson(work, person);
  const waiting = new Set((await writtenHere(work, home)).map((one) => one.id));
  if (chosen.some((person) => !waiting.has(person))) refuse('registry.not_of_this_home');
  for (const person of chosen) await rewritePerson(work, person, { home: id });
  await work.announce('registry.people_housed', id, { people: chosen.length });
}

/** Links somebody in reach to a home in reach, in a capacity and for a time. */
export async function linkHomePerson(
  work: Work,
  home: string,
  { person: named, role, from = null, until = null, ...stated }: Static<typeof linking.body>,
): Promise<{ id: string }> {
  const vouched = vouchedBy(work, stated);
  await findHome(work, home);
  const { id: person } = await whoStays(work, named);
  if (from !== null && until !== null && until < from) refuse('registry.home_link_days');
  await alone(work, [`home link ${home}`]);
  const link = { home, person, role, from, until };
  if (await isLinked(work, link)) refuse('registry.home_link_known');
  const id = work.newId();
  await insertLink(work, { id, ...link, vouched });
  await work.announce('registry.home_linked', home, { link: id, role });
  return { id };
}

/** Ends a link of a home in reach on a last day; it stays to be read. */
export async function endHomeLink(
  work: Work,
  id: string,
  { until, ...stated }: Static<typeof ending.body>,
): Promise<void> {
  const vouched = vouchedBy(work, stated);
  const link = await lockLink(work, id);
  if (isOver(link.until, todayOf(work))) refuse('registry.home_link_over');
  if (link.from !== null && until < link.from) refuse('registry.home_link_days');
  await saveEnd(work, id, { until, provenance: { ...sourcesOf(link), until: vouched } });
  await work.announce('registry.home_link_ended', link.home, { link: id, role: link.role });
}
