import * as told from '@fengqiao/contract/exports.ts';
import { serve, type Served } from '#platform/serve.ts';
import { decideExport, wipeEarly, withdrawExport } from './actions/answer.ts';
import { askFor, preview } from './actions/ask.ts';
import { caseCard, personCard } from './actions/cards.ts';
import { listExports, readExport } from './actions/lists.ts';
import type { Open } from './actions/sources/all.ts';
import { traceText } from './actions/trace.ts';

export const exportsRoutes = (open: Open): readonly Served[] => [
  serve(told.previewExport, (work, { body }) => preview(work, body, open)),
  serve(told.askExport, (work, { body }) => askFor(work, body, open)),
  serve(told.listExports, (work, { query }) => listExports(work, query)),
  serve(told.readExport, (work, { params }) => readExport(work, params.id)),
  serve(told.decideExport, (work, { params, body }) => decideExport(work, params.id, body)),
  serve(told.withdrawExport, (work, { params }) => withdrawExport(work, params.id)),
  serve(told.wipeExport, (work, { params, body }) => wipeEarly(work, params.id, body.reason)),
  serve(told.traceExport, (work, { body }) => traceText(work, body.text)),
  serve(told.caseCard, (work, { params }) => caseCard(work, params.id)),
  serve(told.personCard, (work, { params }) => personCard(work, params.id)),
];
