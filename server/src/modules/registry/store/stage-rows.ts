import type { CopyRows } from '#platform/copy.ts';

export type Act = 'new' | 'change' | 'same';

/** A person on the way in, sealed. */
export type StagedPerson = {
  readonly line: number;
  readonly act: Act;
  readonly id: string;
  readonly match: Uint8Array;
  readonly digest: Uint8Array;
  readonly kind: string;
  readonly community: string | null;
  readonly grid: string | null;
  readonly building: string | null;
  readonly home: string | null;
  readonly household: string | null;
  readonly nameIndex: Buffer | null;
  readonly phoneIndex: Buffer | null;
  readonly twinIndex: Buffer | null;
  readonly g2: Buffer | null;
  readonly g3: Buffer | null;
  readonly since: string | null;
};

/** Writes a person of an import into rows of the stage, in the order that `stagePeople` takes them. */
export function writePerson(rows: CopyRows, id: string, one: StagedPerson): void {
  rows.row(18);
  rows.uuid(id);
  rows.int(one.line);
  rows.word(one.act);
  rows.uuid(one.id);
  rows.bytes(one.match);
  rows.bytes(one.digest);
  for (const word of [one.kind, one.community, one.grid]) rows.word(word);
  for (const key of [one.building, one.home, one.household]) rows.uuid(key);
  for (const sealed of [one.nameIndex, one.phoneIndex, one.twinIndex, one.g2, one.g3]) rows.bytes(sealed);
  rows.day(one.since);
}
