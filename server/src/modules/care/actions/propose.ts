import { careKinds, careKindsOf, type careDesk, type proposeCare } from '@fengqiao/contract/care.ts';
import type { In, Out } from '@fengqiao/contract/route.ts';
import { notify } from '#modules/notices';
import { personByPaper } from '#modules/registry';
import { asCare } from '#platform/care.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { localDay } from '../domain/day.ts';
import { demandContact, demandDuty, demandTerm, latestDay } from '../domain/record.ts';
import { insertRecord } from '../store/record.ts';
import { personIndex, sealBody, sealPerson, wordsOf } from './sealing.ts';
import { inOffice, whoActs } from './who-acts.ts';

/** What the unit may keep, and with whom; nothing for a unit without the duty. */
export async function desk(work: Work): Promise<Out<typeof careDesk>> {
  const { account, unit } = whoActs(work);
  const names = careKindsOf(unit);
  if (names.length === 0) return { kinds: [], colleagues: [] };
  const today = localDay(work);
  const kinds = names.map((kind) => {
    const { zh, en, basis, months } = careKinds[kind];
    return { kind, name: { zh, en }, basis, latest: latestDay(today, months) };
  });
  const others = [...(await inOffice(work, unit))].filter(([one]) => one !== account);
  return { kinds, colleagues: others.map(([one, name]) => ({ account: one, name })) };
}

/** Proposes a record about somebody whose paper one has; it opens when the named colleague approves it. */
export async function propose(
  work: Work,
  { name, idNumber, kind, paper, why, measures, contactOn, until, second }: In<typeof proposeCare>['body'],
): Promise<{ id: string }> {
  const { account, unit } = whoActs(work);
  const today = localDay(work);
  demandDuty(unit, kind);
  demandTerm(until, today, careKinds[kind].months);
  demandContact(contactOn, today, until);
  if (second === account || !(await inOffice(work, unit)).has(second)) refuse('care.colleague_unfit');
  const person = (await personByPaper(work, { name, idNumber })) ?? refuse('care.person_unknown');
  const words = await wordsOf(work, person);
  const id = work.newId();
  const record = {
    id,
    unit,
    personEnc: sealPerson(work, id, person),
    personIndex: personIndex(work, person),
    bodyEnc: sealBody(words, id, { kind, paper, why, measures }),
    worker: account,
    second,
    contactOn,
    until,
  };
  if (!(await asCare(work, () => insertRecord(work, record)))) refuse('care.record_stands');
  await notify(work, {
    to: { account: second },
    kind: 'care.proposed',
    zh: '有一份关爱记录等您审批，请到“我的关爱记录”办理。',
    en: 'A special-care record waits for your decision: open "My special-care records".',
  });
  return { id };
}
