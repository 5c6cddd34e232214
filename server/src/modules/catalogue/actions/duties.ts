import type {
  announceChange,
  DutyView,
  extendDuty,
  listDuties,
} from '@fengqiao/contract/catalogue/duties.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { deadline } from '#platform/calendar/deadline.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { notify } from '#modules/notices';
import { localDay, noonOf } from '../domain/day.ts';
import { insertDuty, lockDuty, pageOfDuties, saveClosed, saveExtended, type Duty } from '../store/duty.ts';
import { findResource, resourcesById, type Resource } from '../store/resource.ts';
import { staffNames } from '../store/staff.ts';
import { actorOf, unitNames } from './names.ts';

/** An entry is updated within ten work days of the change (Order 809, art. 17); five more are the authority's to allow. */
const UPDATE_DAYS = 10;

/** Says that a law or the duties of a unit changed; the clock runs from that day, whenever it became known here. */
export async function announce(
  work: Work,
  resource: string,
  { change, basis, occurredOn }: In<typeof announceChange>['body'],
): Promise<DutyView> {
  const by = actorOf(work);
  const found = await findResource(work, resource);
  if (found.provider !== by.unit && by.role !== 'steward') refuse('catalogue.not_your_unit');
  if (found.state !== 'published') refuse('catalogue.not_waiting', { state: found.state });
  if (occurredOn > localDay(work)) refuse('catalogue.day_ahead');
  const start = noonOf(work, occurredOn);
  const { dueAt } = deadline(work.calendar, { unit: 'work_day', value: UPDATE_DAYS, start });
  const id = work.newId();
  await insertDuty(work, { id, resource, change, basis, occurredOn, dueAt, openedBy: by.account });
  const { zh, en } = found.content.name;
  await notify(work, {
    to: { unit: found.provider },
    kind: 'catalogue.duty',
    zh: `「${zh}」须因法律法规或职责变化更新目录（${basis}），自变化之日起 10 个工作日内提交。`,
    en: `The entry “${en}” has to be updated since a law or duty changed (${basis}), within ten work days of the change.`,
  });
  return viewOne(work, id);
}

export async function extend(
  work: Work,
  id: string,
  { workDays, reason }: In<typeof extendDuty>['body'],
): Promise<DutyView> {
  const duty = await open(work, id);
  if (duty.extended) refuse('catalogue.update_extended_once');
  const { dueAt } = deadline(work.calendar, { unit: 'work_day', value: workDays, start: duty.dueAt });
  await saveExtended(work, id, dueAt);
  await notify(work, {
    to: { unit: duty.provider },
    kind: 'catalogue.duty_extended',
    zh: `目录更新期限延长 ${workDays} 个工作日：${reason}`,
    en: `The update of an entry may take ${workDays} more work days: ${reason}`,
  });
  return viewOne(work, id);
}

export async function close(work: Work, id: string, reason: string): Promise<DutyView> {
  await open(work, id);
  await saveClosed(work, id, reason);
  return viewOne(work, id);
}

async function open(work: Work, id: string): Promise<Duty> {
  const duty = await lockDuty(work, id);
  return duty.state === 'open' ? duty : refuse('catalogue.not_waiting', { state: duty.state });
}

type Query = Omit<In<typeof listDuties>['query'], 'after'> & { after?: string | null };

export async function listDutiesIn(
  work: Work,
  { limit = 50, after = null, ...sought }: Query,
): Promise<{ items: DutyView[]; next: string | null }> {
  const found = await pageOfDuties(work, sought, { limit, after });
  const shown = found.slice(0, limit);
  return {
    items: await present(work, shown),
    next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function viewOne(work: Work, id: string): Promise<DutyView> {
  const [view] = await present(work, [await lockDuty(work, id)]);
  return view ?? refuse('platform.not_found');
}

async function present(work: Work, duties: readonly Duty[]): Promise<DutyView[]> {
  const units = await unitNames(work);
  const resources = await resourcesById(
    work,
    duties.map(({ resource }) => resource),
  );
  const people = await staffNames(
    work,
    duties.map(({ openedBy }) => openedBy),
  );
  const steward = work.actor.role === 'steward';
  return duties.map(({ openedBy, openedAt, dueAt, ...one }) => ({
    ...one,
    name: nameOf(resources.get(one.resource)),
    providerName: units.of(one.provider),
    dueAt: dueAt.toISOString(),
    overdue: one.state === 'open' && dueAt < work.now,
    openedBy: people.get(openedBy) ?? '',
    openedAt: openedAt.toISOString(),
    may: {
      extend: steward && one.state === 'open' && !one.extended,
      close: steward && one.state === 'open',
    },
  }));
}

const nameOf = (resource: Resource | undefined) => resource?.content.name ?? { zh: '—', en: '—' };
