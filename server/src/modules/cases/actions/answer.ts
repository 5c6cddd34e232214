import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import type { Case } from '../domain/case.ts';

/** What an act on a case answers with. */
export const stateOf = (c: Case): CaseState => ({
  id: c.id,
  no: c.no,
  version: c.version,
  state: c.state,
  round: c.round,
  dueAt: c.dueAt?.toISOString() ?? null,
});
