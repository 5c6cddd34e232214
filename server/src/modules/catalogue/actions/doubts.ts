import type { DoubtView, listDoubts, raiseDoubt } from '@fengqiao/contract/catalogue/corrections.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { deadline } from '#platform/calendar/deadline.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { notify } from '#modules/notices';
import { speaksFor } from '../domain/judges.ts';
import { insertDoubt, lockDoubt, pageOfDoubts, saveAnswer, type Doubt } from '../store/doubt.ts';
import { findResource, resourcesById, type Resource } from '../store/resource.ts';
import { actorOf, unitNames, type Names } from './names.ts';

/** Verify, correct and reply within ten work days (Order 809, art. 26). */
const ANSWER_DAYS = 10;

export async function raise(
  work: Work,
  resource: string,
  { field, text }: In<typeof raiseDoubt>['body'],
): Promise<DoubtView> {
  const by = actorOf(work);
  const found = await findResource(work, resource);
  const { dueAt } = deadline(work.calendar, { unit: 'work_day', value: ANSWER_DAYS, start: work.now });
  const id = work.newId();
  await insertDoubt(work, {
    id,
    resource,
    unit: by.unit,
    account: by.account,
    field: field ?? null,
    text,
    dueAt,
  });
  await notify(work, {
    to: { unit: found.provider },
    kind: 'catalogue.doubt',
    zh: `「${found.content.name.zh}」被提出数据校核，请在 10 个工作日内核实、更正并答复：${text}`,
    en: `The data of “${found.content.name.en}” is doubted; verify, correct and reply within ten work days: ${text}`,
  });
  return viewOne(work, id);
}

export async function answer(
  work: Work,
  id: string,
  given: { corrected: boolean; answer: string },
): Promise<DoubtView> {
  const by = actorOf(work);
  const doubt = await lockDoubt(work, id);
  if (by.unit !== doubt.provider) refuse('catalogue.not_your_unit');
  if (doubt.state !== 'open') refuse('catalogue.not_waiting', { state: doubt.state });
  await saveAnswer(work, id, given.corrected ? 'corrected' : 'right', given.answer);
  await notify(work, {
    to: { unit: doubt.by },
    kind: 'catalogue.doubt_answered',
    zh: `您单位提出的数据校核已答复：${given.answer}`,
    en: `Your doubt about data was answered: ${given.answer}`,
  });
  return viewOne(work, id);
}

export async function listOf(
  work: Work,
  {
    limit = 50,
    after = null,
    ...sought
  }: Omit<In<typeof listDoubts>['query'], 'after'> & { after?: string | null },
): Promise<{ items: DoubtView[]; next: string | null }> {
  const found = await pageOfDoubts(work, sought, { limit, after });
  const shown = found.slice(0, limit);
  const names = await unitNames(work);
  const resources = await resourcesById(
    work,
    shown.map(({ resource }) => resource),
  );
  return {
    items: shown.map((doubt) => present(work, doubt, { names, resource: resources.get(doubt.resource) })),
    next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function viewOne(work: Work, id: string): Promise<DoubtView> {
  const doubt = await lockDoubt(work, id);
  return present(work, doubt, {
    names: await unitNames(work),
    resource: await findResource(work, doubt.resource),
  });
}

function present(
  { actor, now }: Work,
  doubt: Doubt,
  { names, resource }: { names: Names; resource: Resource | undefined },
): DoubtView {
  const { id, by, provider, field, text, state, openedAt, dueAt } = doubt;
  return {
    id,
    by,
    provider,
    field,
    text,
    state,
    resource: doubt.resource,
    name: resource?.content.name ?? { zh: '—', en: '—' },
    byName: names.of(by),
    providerName: names.of(provider),
    openedAt: openedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    overdue: state === 'open' && dueAt < now,
    answer: doubt.answer,
    may: { answer: state === 'open' && speaksFor(actor, provider) },
  };
}
