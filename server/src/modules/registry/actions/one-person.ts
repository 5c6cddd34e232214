import { rowsOfOne } from '../store/merged.ts';
import { knownAs, knownNoMore } from '#modules/audit';
import { accountOfPerson, moveAccount, personOfAccount } from '#modules/identity';
import { asEngine, type Work } from '#platform/work.ts';

/** Somebody may stand in the registry more than once, and hold more than one account, until it is found out that they are one. */
export type Whole = { readonly people: readonly string[]; readonly accounts: readonly string[] };

/** Every key under which a room may know this person: their own, and those of rows that were merged with theirs. */
export const keysOfPerson = (work: Work, id: string): Promise<string[]> =>
  asEngine(work, async () => withItself(await rowsOfOne(work, id), id));

/** All that is one and the same with this person, or with the person of this account. */
export const wholeOf = (
  work: Work,
  { person, account }: { readonly person: string | null; readonly account: string | null },
): Promise<Whole> =>
  asEngine(work, async () => {
    const other = account === null ? null : await personOfAccount(work, account);
    const people = new Set<string>();
    for (const one of [person, other])
      if (one !== null) for (const key of withItself(await rowsOfOne(work, one), one)) people.add(key);
    const accounts = new Set(account === null ? [] : [account]);
    for (const one of await accountsOf(work, [...people])) accounts.add(one);
    return { people: [...people], accounts: [...accounts] };
  });

/** A key that the registry does not know, or knows no longer, still names somebody. */
const withItself = (keys: readonly string[], id: string): string[] =>
  keys.includes(id) ? [...keys] : [id, ...keys];

async function accountsOf(work: Work, people: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const person of people) {
    const account = await accountOfPerson(work, person);
    if (account !== null) found.push(account);
  }
  return found;
}

/**
 * After rows were merged: whoever proved to be the one that went is the one that stays, and reads who looked at either. Returns
 * the account that went over; where both have one, each keeps its own.
 */
export async function joinAccounts(
  work: Work,
  { kept, gone }: { readonly kept: string; readonly gone: string },
): Promise<string | null> {
  const moved =
    (await accountOfPerson(work, kept)) === null ? await moveAccount(work, { from: gone, to: kept }) : null;
  await readTogether(work, await rowsOfOne(work, kept));
  return moved;
}

/** After a merge was undone: the account goes back, and each reads again what is about themselves alone. */
export async function partAccounts(
  work: Work,
  { kept, gone, account }: { readonly kept: string; readonly gone: string; readonly account: string | null },
): Promise<void> {
  if (account !== null && (await accountOfPerson(work, kept)) === account)
    await moveAccount(work, { from: kept, to: gone });
  const sides = [await rowsOfOne(work, kept), await rowsOfOne(work, gone)];
  for (const [mine, others] of [sides, sides.toReversed()])
    for (const one of await accountsOf(work, mine ?? [])) await knownNoMore(work, one, others ?? []);
}

/** Whoever holds an account of this person reads looks at every row of theirs. */
export async function readTogether(work: Work, people: readonly string[]): Promise<void> {
  for (const account of await accountsOf(work, people))
    for (const person of people) await knownAs(work, account, person);
}
