/**
 * Retention knows what must go and what must stay: requests to be erased, decided within fifteen work days, and legal holds
 * that beat them. What is erased stands in a ledger outside the database first, which is replayed over a restored backup.
 */
import type { Room } from '#platform/room.ts';
import { held } from './actions/holds.ts';
import { retentionJobs } from './jobs.ts';
import { retentionRoutes } from './routes.ts';

export { replayErasures } from './actions/erase.ts';

export const retentionRoom: Room = { name: 'retention', routes: retentionRoutes, jobs: retentionJobs, held };
