import * as told from '@fengqiao/contract/cases/merge.ts';
import { serve, type Served } from '#platform/serve.ts';
import { mergeCases } from './actions/merge.ts';
import { unmerge } from './actions/unmerge.ts';

export const mergeRoutes: readonly Served[] = [
  serve(told.mergeCases, (work, { body }) => mergeCases(work, body)),
  serve(told.unmerge, (work, { params, body }) => unmerge(work, params.id, body.reason)),
];
