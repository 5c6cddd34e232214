import { makePerson, type Person } from '../names/people.ts';
import type { Random } from '../names/random.ts';

/** A building as homes are laid into it. */
export type Block = {
  readonly id: string;
  readonly address: string;
  readonly floors: number;
  readonly households: number;
};

export type Relation = '户主' | '配偶' | '子女' | '父母' | '其他';
export type Kind = '户籍人口' | '常住人口' | '流动人口';
export type Member = Person & { readonly relation: Relation };
export type Household = {
  readonly no: string;
  readonly address: string;
  readonly door: string;
  readonly kind: Kind;
  readonly use: '自住' | '出租';
  readonly squareMetres: number;
  readonly members: readonly Member[];
};

const STAIR_DOORS = 2;
const STAIRS_MOST = 6;

/** Where the n-th household of a building lives: entrance, floor and door, as numbers on the doors say it. */
export function doorOf({ floors, households }: Block, n: number): string {
  const stairs = Math.min(
    Math.max(1, Math.ceil(households / Math.max(1, floors * STAIR_DOORS))),
    STAIRS_MOST,
  );
  const perFloor = stairs * STAIR_DOORS;
  const floor = 1 + Math.floor(n / perFloor);
  const within = n % perFloor;
  return `${1 + Math.floor(within / STAIR_DOORS)}单元${floor}${String(1 + (within % STAIR_DOORS)).padStart(2, '0')}室`;
}

type Family = readonly (readonly [Relation, bornAfterHead: number])[];
/** Who lives together, and how many years after the head each was born. */
const families: readonly (readonly [Family, number])[] = [
  [[], 22],
  [[['配偶', 1]], 26],
  [
    [
      ['配偶', 2],
      ['子女', 27],
    ],
    30,
  ],
  [
    [
      ['配偶', 1],
      ['子女', 26],
      ['子女', 30],
    ],
    10,
  ],
  [
    [
      ['配偶', 1],
      ['子女', 28],
      ['父母', -27],
    ],
    8,
  ],
  [
    [
      ['其他', 0],
      ['其他', 2],
    ],
    4,
  ],
];

/** People in households, spread over the buildings as their homes are, until `count` people live somewhere. */
export function* makeHouseholds(
  random: Random,
  blocks: readonly Block[],
  count: number,
): Generator<Household> {
  const taken = new Set<string>();
  const homes = blocks.reduce((sum, { households }) => sum + households, 0);
  const share = count / 2.4 / Math.max(1, homes);
  let people = 0;
  let no = 0;
  for (let round = 0; people < count; round += 1) {
    for (const block of blocks) {
      const quota = Math.max(1, Math.round(block.households * share));
      for (let i = 0; i < quota && people < count; i += 1) {
        const household = makeHousehold(random, { block, n: round * quota + i, no: (no += 1), taken });
        const members = household.members.slice(0, count - people);
        people += members.length;
        yield { ...household, members };
      }
    }
  }
}

type Asked = { readonly block: Block; readonly n: number; readonly no: number; readonly taken: Set<string> };

function makeHousehold(random: Random, { block, n, no, taken }: Asked): Household {
  const kind = random.weighted<Kind>([
    ['户籍人口', 52],
    ['常住人口', 18],
    ['流动人口', 30],
  ]);
  const headBorn = random.int(1945, 2000);
  const head = makePerson(random, { bornFrom: headBorn, bornTo: headBorn, taken });
  const others = random.weighted(families).map(([relation, after]): Member => {
    const born = Math.min(Math.max(1930, headBorn + after + random.int(-2, 2)), 2025);
    return {
      ...makePerson(random, {
        bornFrom: born,
        bornTo: born,
        taken,
        ...(relation === '子女' ? { surname: head.zh.charAt(0) } : {}),
        ...(relation === '配偶'
          ? { sex: head.sex === 'male' ? ('female' as const) : ('male' as const) }
          : {}),
      }),
      relation,
    };
  });
  return {
    no: `H${String(no).padStart(6, '0')}`,
    address: block.address,
    door: doorOf(block, n),
    kind,
    use: kind === '流动人口' ? '出租' : '自住',
    squareMetres: random.int(38, 142),
    members: [{ ...head, relation: '户主' }, ...others],
  };
}
