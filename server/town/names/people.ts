import { makeIdNumber, makePhone } from './identifiers.ts';
import { boys, girls, surnames } from './person-names.ts';
import type { Random } from './random.ts';

export type Person = {
  readonly zh: string;
  readonly en: string;
  readonly sex: 'male' | 'female';
  /** YYYY-MM-DD */
  readonly born: string;
  readonly phone: string;
  readonly idNumber: string;
};

export type PersonWish = {
  readonly sex?: 'male' | 'female';
  /** Years, both included. */
  readonly bornFrom?: number;
  readonly bornTo?: number;
  /** Shared family name, as `surnames` writes it. */
  readonly surname?: string;
  /** Identity numbers already given away; the new one is added. */
  readonly taken?: Set<string>;
};

/** Ages of a town of workers and of families that have always been here, by year of birth. */
const BIRTH_YEARS: readonly (readonly [readonly [from: number, to: number], number])[] = [
  [[1932, 1945], 4],
  [[1946, 1956], 9],
  [[1957, 1966], 14],
  [[1967, 1976], 16],
  [[1977, 1986], 19],
  [[1987, 1996], 18],
  [[1997, 2008], 10],
  [[2009, 2018], 8],
  [[2019, 2025], 3],
];

/** An invented person: name, sex, birth date, a phone and an identity number that belong to nobody. */
export function makePerson(random: Random, wish: PersonWish = {}): Person {
  const sex = wish.sex ?? (random.chance(0.51) ? 'male' : 'female');
  const born = makeBirthDate(random, wish);
  const [surname, surnameEn] =
    wish.surname === undefined
      ? random.weighted(surnames.map(([zh, en, weight]) => [[zh, en], weight] as const))
      : [wish.surname, surnames.find(([zh]) => zh === wish.surname)?.[1] ?? wish.surname];
  const [given, givenEn] = makeGivenName(random, sex);
  return {
    zh: surname + given,
    en: `${surnameEn} ${givenEn}`,
    sex,
    born,
    phone: makePhone(random),
    idNumber: freeIdNumber(random, { born, sex }, wish.taken),
  };
}

function makeBirthDate(random: Random, { bornFrom, bornTo }: PersonWish): string {
  const wished = bornFrom !== undefined || bornTo !== undefined;
  const [from, to] = wished ? [bornFrom ?? 1932, bornTo ?? 2025] : random.weighted(BIRTH_YEARS);
  const day = new Date(Date.UTC(random.int(from, to), 0, random.int(1, 365)));
  return day.toISOString().slice(0, 10);
}

function makeGivenName(random: Random, sex: 'male' | 'female'): [zh: string, en: string] {
  const signs = sex === 'male' ? boys : girls;
  const [first, firstEn] = random.pick(signs);
  if (random.chance(0.15)) return [first, capital(firstEn)];
  const [second, secondEn] = random.pick(signs.filter(([sign]) => sign !== first));
  return [first + second, capital(firstEn + secondEn)];
}

function freeIdNumber(
  random: Random,
  who: Pick<Person, 'born' | 'sex'>,
  taken: Set<string> | undefined,
): string {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const idNumber = makeIdNumber(random, who.born, who.sex);
    if (taken?.has(idNumber)) continue;
    taken?.add(idNumber);
    return idNumber;
  }
  throw new Error(`every identity number of ${who.born} is taken`);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
