import type * as told from '@fengqiao/contract/cases.ts';
import type { In, Out } from '@fengqiao/contract/route.ts';
import type { Work } from '#platform/work.ts';
import { consultationsFor } from '../store/consultation.ts';
import { pageOf } from './queues.ts';
import { viewOfConsultation } from './view-beside.ts';

/** The consultation room: what one's units are asked or, for the centre, all that is asked. */
export async function consultations(
  work: Work,
  { query }: In<typeof told.listConsultations>,
): Promise<Out<typeof told.listConsultations>> {
  const { ask, cut } = pageOf(query);
  const { rows, opinions } = await consultationsFor(work, ask, query.state);
  const { page, next } = cut(rows);
  return {
    items: page.map((one) => ({
      ...viewOfConsultation(work.actor, one, opinions),
      no: one.no,
      title: one.title,
    })),
    next,
  };
}
