/**
 * Retention knows what must go and what must stay: terms of keeping, whose runs are counted first and approved by a second
 * person; requests to be erased, decided within fifteen work days; legal holds, which beat both; and personal data in free
 * text, masked once a person has confirmed it. What is destroyed stands in a ledger outside the database first, which is
 * replayed over a restored backup.
 */
import type { Room } from '#platform/room.ts';
import { departedKeeping } from './actions/departed.ts';
import { held } from './actions/holds.ts';
import { retentionJobs } from './jobs.ts';
import { retentionRoutes } from './routes.ts';

export { goRound } from './actions/runs.ts';
export { keepingsOf } from './actions/offered.ts';
export { replayLedger, type Replayed } from './actions/replay.ts';
export { takeApproved } from './actions/take.ts';

/** The room, told how to find what the other rooms keep. */
export const retentionRoomOf = (rooms: () => readonly Room[]): Room => ({
  name: 'retention',
  routes: retentionRoutes(rooms),
  jobs: retentionJobs(rooms),
  keepings: [departedKeeping(rooms)],
  held,
});
