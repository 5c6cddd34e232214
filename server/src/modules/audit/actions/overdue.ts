import type { Work } from '#platform/work.ts';
import { countWaiting, takeOverdueReviews, takeOverdueTickets } from '../store/overdue.ts';

const BATCH = 50;

/** Tells once of each doubt and each emergency that is past its day; returns how many. */
export async function tellOverdue(work: Work): Promise<number> {
  const tickets = await takeOverdueTickets(work, BATCH);
  for (const { id, dueAt } of tickets)
    await work.announce('privacy.doubt_overdue', id, { dueAt: dueAt.toISOString() });
  const reviews = await takeOverdueReviews(work, BATCH);
  for (const { id, dueAt } of reviews)
    await work.announce('privacy.review_overdue', id, { dueAt: dueAt.toISOString() });
  return tickets.length + reviews.length;
}

export const waitingForOfficers = (work: Work): ReturnType<typeof countWaiting> => countWaiting(work);
