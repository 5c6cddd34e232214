import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import type { State } from '@fengqiao/contract/cases/words.ts';
import type { Happening } from '../../server/src/modules/cases/domain/case.ts';
import type { TestPerson } from '../../server/test/people.ts';
import type { World } from '../../server/test/world.ts';

/** What a person knows who is about to act: the case as the centre sees it, a number to choose by, who else there is. */
export type Scene = {
  readonly world: World;
  readonly view: CaseView;
  readonly others: readonly string[];
  readonly pick: number;
  readonly actor: TestPerson;
  readonly reports: ReadonlyMap<string, string>;
};

export type Doing = { readonly path: string; readonly body: object };

export type Act = {
  readonly name: string;
  /** What it may do to a case's life; nothing when it leaves the state alone. */
  readonly may: readonly Happening[];
  /** States in which it makes sense; it is tried in others too. */
  readonly when: readonly State[];
  /** Who would do it: a role of the centre, whoever holds the case, or one of those who help. */
  readonly by: string;
  /** What it asks for or makes possible; somebody else then does it. */
  readonly leads?: readonly Happening[];
  /** Minutes after which it can first be done; whoever means it waits so long. */
  readonly ripens?: number;
  readonly how: (scene: Scene) => Promise<Doing | null> | Doing | null;
};

/** In somebody’s hands. */
export const inHand: readonly State[] = ['dispatched', 'handling'];

/** Not over yet. */
export const open: readonly State[] = [
  'received',
  'verifying',
  'registered',
  'negotiating',
  'dispatched',
  'handling',
  'handled',
  'held',
];

/** One of the list, by a number that chance gave. */
export const some = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** An act on the case itself. */
export const on =
  (name: string, body: (scene: Scene) => object | null) =>
  ({ view, ...scene }: Scene): Doing | null => {
    const made = body({ view, ...scene });
    return made === null ? null : { path: `/cases/${view.id}/${name}`, body: made };
  };

export const units = [
  'traffic_police',
  'law_enforcement',
  'urban_ops',
  'property_co',
  'police',
  'c01',
  'dispute_center',
] as const;

/** Half of them may be put on hold, so that lives reach that. */
export const types = [
  '02004',
  '02001',
  '02001',
  '12001',
  '02001',
  '12005',
  '02012',
  '16002',
  '02001',
  '02001',
] as const;

/** An act on the newest of what belongs to the case; nothing when there is none. */
export const onNewest = <T extends { id: string }>(
  list: readonly T[],
  path: (id: string) => string,
  body: object,
): Doing | null => {
  const found = list.at(-1);
  return found === undefined ? null : { path: path(found.id), body };
};
