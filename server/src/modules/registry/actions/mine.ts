import type { CorrectionView, MyRegistry } from '@fengqiao/contract/registry/corrections.ts';
import { personFields, type PersonField } from '@fengqiao/contract/registry/people.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { personOfAccount, personSeals } from '#modules/identity';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { correctionsBy } from '../store/corrections.ts';
import { homesOfPerson } from '../store/home-people.ts';
import { rowsOfOne, whoIsLeft } from '../store/merged.ts';
import { type PersonRow } from '../store/person.ts';
import { unitNames } from '../store/sites.ts';
import { withUnits } from './by-hand.ts';
import { openCorrection } from './corrections.ts';
import { viewOf } from './keep-correction.ts';
import { factsOf } from './people.ts';
import { sourceOf, sourcesOf } from './provenance.ts';
import { valueOf } from './sealing.ts';

/** What the registry says of whoever asks: their own facts in clear, with source and day. One's own look needs no record. */
export async function myRegistry(work: Work): Promise<MyRegistry> {
  const { account } = work.actor;
  const person = account === null ? null : await ofAccount(work, account);
  if (account === null || person === null) return { known: false, fields: [], homes: [], corrections: [] };
  return asEngine(work, async () => {
    const facts = factsOf((await personSeals(work, [person.id])).get(person.id), person);
    const sources = sourcesOf(person);
    const told = keysOf(personFields).map((field) => ({
      field,
      value: facts === null ? null : valueOf(facts, field),
      ...sourceOf(sources, field),
    }));
    const names = await unitNames(
      work,
      told.flatMap(({ unit }) => (unit === null ? [] : [unit])),
    );
    return {
      known: true,
      fields: told.map(({ field, value, source, asOf, unit }) => ({
        field,
        value,
        source,
        asOf,
        unit: unit === null ? null : (names.get(unit) ?? null),
      })),
      homes: await homesOf(work, person.id),
      corrections: (await correctionsBy(work, account)).map((row) => viewOf(work, row)),
    };
  });
}

type Asked = {
  readonly wishes: readonly { readonly field: PersonField; readonly value: string }[];
  readonly words?: string | undefined;
};

/** Asks to correct what is written about oneself. */
export async function askCorrection(work: Work, asked: Asked): Promise<CorrectionView> {
  const { account } = work.actor;
  const person = account === null ? null : await ofAccount(work, account);
  if (account === null || person === null) return refuse('registry.not_proven_yet');
  return asEngine(work, () => openCorrection(work, person, asked, { account, takenBy: null }));
}

async function homesOf(work: Work, person: string): Promise<MyRegistry['homes']> {
  const links = await homesOfPerson(work, await rowsOfOne(work, person));
  const told = await withUnits(
    work,
    links.map(({ address, door, role, from, until, provenance }) => {
      const { source, asOf, unit } = sourceOf(sourcesOf({ provenance }), '*');
      return { address: `${address ?? ''} ${door}`, role, from, until, source, asOf, unit };
    }),
  );
  return told.map(({ unit, ...home }) => ({ ...home, unit: unit?.name ?? null }));
}

/** Who an account was proved to be, as far as the registry knows them. */
export async function ofAccount(work: Work, account: string): Promise<PersonRow | null> {
  const id = await personOfAccount(work, account);
  return id === null ? null : asEngine(work, () => whoIsLeft(work, id));
}
