import * as told from '@fengqiao/contract/cases/imports.ts';
import { serve, type Served } from '#platform/serve.ts';
import { lookAtTable } from './actions/import/look.ts';
import { importCases, listImports, readImport, readProblems } from './actions/import/start.ts';

export const importRoutes: Served[] = [
  serve(told.importCases, (work, { body }) => importCases(work, body)),
  serve(told.lookAtTable, (work, { params }) => lookAtTable(work, params.id)),
  serve(told.listImports, (work, { query }) => listImports(work, query)),
  serve(told.readImport, (work, { params }) => readImport(work, params.id)),
  serve(told.importProblems, (work, { params, query }) => readProblems(work, params.id, query)),
];
