import type { Static } from 'typebox';
import type {
  answerAppeal as answering,
  AppealView,
  makeAppeal as making,
} from '@fengqiao/contract/rounds/appeals.ts';
import type { AppealAbout, AppealState } from '@fengqiao/contract/rounds/words.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { appeals, appealsOf, insertAppeal, lockAppeal, saveAnswer, type Appeal } from '../store/appeal.ts';
import { pageOf, type Asked } from './page.ts';
import { openWords, placeOfAnswer, placeOfAppeal, sealWords } from './sealing.ts';

export async function makeAppeal(work: Work, given: Static<typeof making.body>): Promise<AppealView> {
  const { account, unit, name } = work.actor;
  if (account === null) return refuse('identity.no_post');
  const id = work.newId();
  const made = await insertAppeal(work, {
    id,
    account,
    name,
    unit,
    about: given.about,
    case_no: given.caseNo?.trim() || null,
    body_enc: sealWords(work, given.text.trim(), placeOfAppeal(id)),
    state: 'open',
    made_at: work.now,
  });
  return viewOf(work, made);
}

export async function myAppeals(work: Work): Promise<{ items: AppealView[] }> {
  const { account } = work.actor;
  return { items: account === null ? [] : (await appealsOf(work, account)).map((row) => viewOf(work, row)) };
}

export async function listAppeals(
  work: Work,
  asked: Asked,
): Promise<{ items: AppealView[]; next: string | null }> {
  const { rows, next } = await pageOf(asked, (page) => appeals(work, page));
  return { items: rows.map((row) => viewOf(work, row)), next };
}

/** Answers once; nobody answers themselves. */
export async function answerAppeal(
  work: Work,
  id: string,
  { upheld, answer }: Static<typeof answering.body>,
): Promise<AppealView> {
  const appeal = (await lockAppeal(work, id)) ?? refuse('platform.not_found');
  if (appeal.account === work.actor.account) refuse('platform.not_allowed');
  if (appeal.state !== 'open') refuse('rounds.appeal_answered');
  const saved = await saveAnswer(work, id, {
    state: upheld ? 'upheld' : 'answered',
    answer_enc: sealWords(work, answer.trim(), placeOfAnswer(id)),
  });
  return viewOf(work, saved);
}

const viewOf = (work: Work, row: Appeal): AppealView => ({
  id: row.id,
  about: fromJson<AppealAbout>(row.about),
  caseNo: row.case_no,
  text: openWords(work, row.body_enc, placeOfAppeal(row.id)) ?? '',
  by: row.name,
  unit: row.unit,
  madeAt: row.made_at.toISOString(),
  state: fromJson<AppealState>(row.state),
  answer: openWords(work, row.answer_enc, placeOfAnswer(row.id)),
  answeredAt: row.answered_at?.toISOString() ?? null,
});
