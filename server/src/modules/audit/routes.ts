import { listAccesses, myAccesses } from '@fengqiao/contract/audit.ts';
import {
  acknowledgeTicket,
  countPrivacyDesk,
  decideTicket,
  listTickets,
  myDoubts,
  raiseDoubt,
} from '@fengqiao/contract/audit/doubts.ts';
import * as oversight from '@fengqiao/contract/audit/oversight.ts';
import * as security from '@fengqiao/contract/audit/security.ts';
import * as seals from '@fengqiao/contract/audit/seals.ts';
import { serve, type Served } from '#platform/serve.ts';
import * as glass from './actions/break-glass.ts';
import * as doubts from './actions/doubts.ts';
import { exportAccesses } from './actions/export.ts';
import { accessesAboutMe, accessesInSpan } from './actions/list-accesses.ts';
import { waitingForOfficers } from './actions/overdue.ts';
import * as register from './actions/register.ts';
import * as seal from './actions/seal-doors.ts';
import * as log from './actions/security.ts';

export const auditRoutes: readonly Served[] = [
  serve(myAccesses, (work, { query }) => accessesAboutMe(work, query)),
  serve(raiseDoubt, (work, { params, body }) => doubts.raiseDoubt(work, params.id, body.text)),
  serve(myDoubts, (work) => doubts.myDoubts(work)),
  serve(listTickets, (work, { query }) => doubts.listTickets(work, query)),
  serve(countPrivacyDesk, (work) => waitingForOfficers(work)),
  serve(acknowledgeTicket, (work, { params }) => doubts.acknowledge(work, params.id)),
  serve(decideTicket, (work, { params, body }) => doubts.decide(work, params.id, body.verdict, body.answer)),
  serve(listAccesses, (work, { query }) => accessesInSpan(work, query)),
  serve(oversight.reviewAccess, (work, { params, body }) => glass.reviewAccess(work, params.id, body)),
  serve(
    oversight.exportAccesses,
    (work, { body }) => exportAccesses(work, body),
    (_work, { body }, said) => ({ object: said?.id ?? null, detail: body.reason }),
  ),
  serve(security.listSecurity, (work, { query }) => log.listSecurity(work, query)),
  serve(security.summarizeSecurity, (work, { query }) => log.summarizeSecurity(work, query)),
  serve(
    security.reviewSecurity,
    (work, { body }) => log.reviewSecurity(work, body),
    (_work, { body: { until, note } }) => ({ object: until, detail: note }),
  ),
  serve(
    security.exportSecurity,
    (work, { body }) => log.exportSecurity(work, body),
    (_work, { body }, said) => ({ object: said?.id ?? null, detail: body.reason }),
  ),
  serve(oversight.listPurposes, (work) => register.listPurposes(work)),
  serve(oversight.listBudgets, (work) => register.listBudgets(work)),
  serve(oversight.listChanges, (work) => register.listChanges(work)),
  serve(oversight.askPurposeChange, (work, { params, body }) =>
    register.askPurposeChange(work, params.purpose, body),
  ),
  serve(oversight.askBudgetChange, (work, { params, body }) =>
    register.askBudgetChange(work, params.role, body),
  ),
  serve(oversight.decideChange, (work, { params, body }) => register.decideChange(work, params.id, body)),
  serve(oversight.myBreakGlass, (work) => glass.myBreakGlass(work)),
  serve(oversight.endBreakGlass, (work) => glass.endBreakGlass(work)),
  serve(oversight.listBreakGlass, (work, { query }) => glass.listBreakGlass(work, query)),
  serve(oversight.reviewBreakGlass, (work, { params, body }) =>
    glass.reviewBreakGlass(work, params.id, body),
  ),
  serve(seals.readSealKey, (work) => seal.readSealKey(work)),
  serve(seals.listHeads, (work, { query }) => seal.listHeads(work, query)),
  serve(seals.proveInclusion, (work, { params }) => seal.proveInclusion(work, params.id)),
  serve(seals.proveConsistency, (work, { query }) => seal.proveConsistency(work, query)),
  serve(seals.readSeal, (work) => seal.readSeal(work)),
  serve(seals.verifyPart, (work, { body }) => seal.verifyAPart(work, body)),
];
