/**
 * Audit remembers who looked at whose personal data, in which capacity and for what, in the same transaction as the look:
 * no record, no data. Residents read it about themselves; supervision reads it about staff. It also keeps the security log: what
 * was done or tried with accounts, rights, rules, keys and the machinery. One seal covers both.
 */
import { auditJobs } from './jobs.ts';
import { auditRoutes } from './routes.ts';
import { recordSecurity } from './actions/record-security.ts';
import type { Room } from '#platform/room.ts';

export { bundleOf, verifyBundle } from './actions/bundle.ts';
export { openBreakGlass, openedByMe } from './actions/break-glass.ts';
export { canariesMet, plantCanary } from './actions/canaries.ts';
export { doubtAbout } from './actions/doubts.ts';
export {
  accessesAbout,
  knownAs,
  knownNoMore,
  recordedSince,
  usesAbout,
  type Use,
} from './actions/list-accesses.ts';
export { recordAccess } from './actions/record-access.ts';
export { recordSecurity } from './actions/record-security.ts';
export { sealNext } from './actions/seal.ts';
export { verifySeal, type Verified } from './actions/verify-seal.ts';
export { headOf, type HeadLine } from './domain/head.ts';
export type { Look } from './domain/look.ts';

export const auditRoom: Room = {
  name: 'audit',
  routes: auditRoutes,
  jobs: auditJobs,
  witness: recordSecurity,
  sealed: [{ table: 'audit.ticket', columns: ['text_enc', 'answer_enc'] }],
};
