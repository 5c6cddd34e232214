import { listAccesses, myAccesses } from '@fengqiao/contract/audit.ts';
import {
  listHeads,
  proveConsistency,
  proveInclusion,
  readSeal,
  readSealKey,
  verifyPart,
} from '@fengqiao/contract/audit/seals.ts';
import { serve, type Served } from '#platform/serve.ts';
import * as seal from './actions/seal-doors.ts';
import { accessesAboutMe, accessesInSpan } from './actions/list-accesses.ts';

export const auditRoutes: readonly Served[] = [
  serve(myAccesses, (work, { query }) => accessesAboutMe(work, query)),
  serve(listAccesses, (work, { query }) => accessesInSpan(work, query)),
  serve(readSealKey, (work) => seal.readSealKey(work)),
  serve(listHeads, (work, { query }) => seal.listHeads(work, query)),
  serve(proveInclusion, (work, { params }) => seal.proveInclusion(work, params.id)),
  serve(proveConsistency, (work, { query }) => seal.proveConsistency(work, query)),
  serve(readSeal, (work) => seal.readSeal(work)),
  serve(verifyPart, (work, { body }) => seal.verifyAPart(work, body)),
];
