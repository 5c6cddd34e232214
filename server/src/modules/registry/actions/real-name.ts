import { personSeals, raiseToRealName, residentWithPhone } from '#modules/identity';
import { recordAccess } from '#modules/audit';
import { notify } from '#modules/notices';
import { alone } from '#platform/alone.ts';
import { refuse, refuseKeeping } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { readIdentity } from '../domain/identifiers.ts';
import { forgetTries, insertTries, triesSince } from '../store/attempts.ts';
import { personByNumber, type PersonRow } from '../store/person.ts';
import { keysOfPerson, readTogether } from './one-person.ts';
import { factsOf } from './people.ts';
import { numberIndex } from './sealing.ts';

type Claim = { readonly name: string; readonly idNumber: string };

const DAY_MS = 86_400_000;
/** So many tries a day by one account, and about one number by whomever: a number cannot be guessed from many accounts. */
const TRIES_MOST = { own: 5, about: 5 };
/** A clerk has a queue before them and each paper in hand, of those too whose number was tried too often elsewhere. */
const TRIES_AT_WINDOW = { own: 60, about: 60 };
const REAL_NAME = 2;

/**
 * Compares a name and a number with the registry. Whether the number is unknown, the name is wrong or the number malformed,
 * the answer is the same and every try counts, so that nobody learns who is in the registry.
 */
export async function proveRealName(work: Work, claim: Claim): Promise<{ level: number }> {
  const { account } = work.actor;
  if (account === null) return refuse('platform.not_signed_in');
  const person = await asEngine(work, () => compare(work, { by: account, most: TRIES_MOST }, claim));
  await raise(work, account, person.id);
  return { level: REAL_NAME };
}

type AtWindow = Claim & { readonly phone?: string | undefined; readonly account?: string | undefined };

/**
 * The same at the window, where staff have seen the paper: for the resident who signs in with this phone, or whose account a
 * mandate made. They are told, so that nobody is joined to a person behind their back.
 */
export async function proveAtWindow(
  work: Work,
  { phone, account: named, ...claim }: AtWindow,
): Promise<{ level: number }> {
  const by = work.actor.account ?? work.actor.session;
  const person = await asEngine(work, () => compare(work, { by, most: TRIES_AT_WINDOW }, claim));
  const account = named ?? (phone === undefined ? null : await residentWithPhone(work, phone));
  if (account === null) return refuseKeeping('registry.no_account_of_phone');
  await recordAccess(work, {
    action: 'registry.prove',
    object: `person:${person.id}`,
    subjects: [person.id],
    fields: ['name', 'idNumber'],
    purpose: 'identify',
  });
  await raise(work, account, person.id);
  await notify(work, { to: { account }, kind: 'registry.proved', ...proved, sms: true });
  return { level: REAL_NAME };
}

const proved = {
  zh: '您已凭证件在窗口完成实名核验，可在“我的资料”查看街道登记了什么、谁看过。如非本人办理，请立即联系社区窗口。',
  en: 'Your real name was proved at a window with your paper. Under “My data” you see what the street has written down and who looked. If this was not you, tell a community window at once.',
};

async function raise(work: Work, account: string, person: string): Promise<void> {
  await raiseToRealName(work, account, person);
  await readTogether(work, await keysOfPerson(work, person));
}

async function compare(
  work: Work,
  { by, most }: { by: string; most: typeof TRIES_MOST },
  { name, idNumber }: Claim,
): Promise<PersonRow> {
  const read = readIdentity(idNumber);
  const number = typeof read === 'string' ? idNumber.trim().toUpperCase() : read.number;
  const whos = [
    work.vault.index(`real-name|${by}`, 'attempt'),
    work.vault.index(`real-name|${number}`, 'attempt'),
  ];
  await alone(
    work,
    whos.map((who) => `real-name ${who.toString('hex')}`),
  );
  const since = new Date(work.now.getTime() - DAY_MS);
  const [own = 0, about = 0] = await Promise.all(whos.map((who) => triesSince(work, who, since)));
  if (own >= most.own || about >= most.about) refuse('registry.proving_paused');
  await insertTries(work, whos);
  const found = await personByNumber(work, numberIndex(work.vault, number));
  const facts =
    found === undefined ? null : factsOf((await personSeals(work, [found.id])).get(found.id), found);
  if (
    found === undefined ||
    found.state === 'dead' ||
    facts?.name.replaceAll(/\s/g, '') !== name.replaceAll(/\s/g, '')
  )
    return refuseKeeping('registry.not_proven');
  return found;
}

const TRIES_AT_ONCE = 1000;

/** Forgets tries that no longer count. */
export const forgetOldTries = (work: Work): Promise<number> =>
  forgetTries(work, new Date(work.now.getTime() - DAY_MS), TRIES_AT_ONCE);
