import { listAccesses, myAccesses } from '@fengqiao/contract/audit.ts';
import { serve, type Served } from '#platform/serve.ts';
import { accessesAboutMe, accessesInSpan } from './actions/list-accesses.ts';

export const auditRoutes: readonly Served[] = [
  serve(myAccesses, (work, { query }) => accessesAboutMe(work, query)),
  serve(listAccesses, (work, { query }) => accessesInSpan(work, query)),
];
