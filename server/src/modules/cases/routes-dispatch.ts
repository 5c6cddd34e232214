import * as told from '@fengqiao/contract/cases.ts';
import { serve, type Served } from '#platform/serve.ts';
import { dispatchCase } from './actions/dispatch-case.ts';

export const dispatchRoutes: readonly Served[] = [serve(told.dispatchCase, (work, { params, body }) => dispatchCase(work, params.id, body))];
