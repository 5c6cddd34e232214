import * as told from '@fengqiao/contract/catalogue.ts';
import { serve, type Served } from '#platform/serve.ts';
import { answersWith } from './actions/answer.ts';
import { assess, listAssessmentsIn } from './actions/assessments.ts';
import { ask, check } from './actions/ask.ts';
import { disputesWith } from './actions/dispute.ts';
import * as duties from './actions/duties.ts';
import { answer, listOf, raise } from './actions/doubts.ts';
import { confirm, record, reject } from './actions/outside.ts';
import {
  complete,
  endorse,
  listProposalsIn,
  propose,
  publish,
  sendBack,
  viewOne,
} from './actions/proposals.ts';
import { listRequests, whoWaits } from './actions/requests.ts';
import { findHeldFields, listResourcesIn, readOne, summarize, withdraw } from './actions/resources.ts';
import { useGranted } from './actions/use.ts';
import { viewOfRequest, type Collections } from './actions/view-request.ts';
import { templates } from './domain/templates.ts';

const resources = (collections: () => Collections): readonly Served[] => [
  serve(told.listResources, (work, { query }) => listResourcesIn(work, query)),
  serve(told.readCatalogue, (work) => summarize(work)),
  serve(told.readResource, (work, { params }) => readOne(work, params.id, collections())),
  serve(told.withdrawResource, (work, { params, body }) => withdraw(work, params.id, body.reason)),
  serve(told.findHeld, (work, { body }) => findHeldFields(work, body)),
  serve(told.listProposals, (work, { query }) => listProposalsIn(work, query)),
  serve(told.readProposal, (work, { params }) => viewOne(work, params.id)),
  serve(told.proposeResource, (work, { body }) => propose(work, body)),
  serve(told.completeProposal, (work, { params, body }) => complete(work, params.id, body)),
  serve(told.endorseProposal, (work, { params }) => endorse(work, params.id)),
  serve(told.publishProposal, (work, { params }) => publish(work, params.id, collections())),
  serve(told.sendBackProposal, (work, { params, body }) => sendBack(work, params.id, body.answer)),
  serve(told.listDuties, (work, { query }) => duties.listDutiesIn(work, query)),
  serve(told.announceChange, (work, { params, body }) => duties.announce(work, params.id, body)),
  serve(told.extendDuty, (work, { params, body }) => duties.extend(work, params.id, body)),
  serve(told.closeDuty, (work, { params, body }) => duties.close(work, params.id, body.reason)),
  serve(told.listAssessments, (work, { query }) => listAssessmentsIn(work, query)),
  serve(told.recordAssessment, (work, { body }) => assess(work, body)),
  serve(told.listDoubts, (work, { query }) => listOf(work, query)),
  serve(told.raiseDoubt, (work, { params, body }) => raise(work, params.id, body)),
  serve(told.answerDoubt, (work, { params, body }) => answer(work, params.id, body)),
];

function sharing(collections: () => Collections): readonly Served[] {
  const answers = answersWith(collections);
  const disputes = disputesWith(collections);
  return [
    serve(told.listShares, (work, { query }) => listRequests(work, query)),
    serve(told.readShare, (work, { params }) => viewOfRequest(work, params.id, collections())),
    serve(told.listWaits, (work) => whoWaits(work)),
    serve(told.listTemplates, async () => ({ items: [...templates] })),
    serve(told.checkShare, (work, { body }) => check(work, body)),
    serve(told.askForShare, (work, { body }) => ask(work, body, collections())),
    serve(told.approveShare, (work, { params }) => answers.approve(work, params.id)),
    serve(told.withdrawShare, (work, { params, body }) => answers.withdraw(work, params.id, body.reason)),
    serve(told.askSupplement, (work, { params, body }) =>
      answers.askSupplement(work, params.id, body.missing),
    ),
    serve(told.supplyShare, (work, { params, body }) => answers.supply(work, params.id, body)),
    serve(told.extendShare, (work, { params, body }) =>
      answers.extend(work, params.id, body.workDays, body.reason),
    ),
    serve(told.grantShare, (work, { params, body }) =>
      answers.grant(work, params.id, body.fields, body.answer),
    ),
    serve(told.refuseShare, (work, { params, body }) =>
      answers.refuse(work, params.id, body.ground, body.answer),
    ),
    serve(told.deliverShare, (work, { params, body }) => answers.deliver(work, params.id, body.delivery)),
    serve(told.suspendShare, (work, { params, body }) => answers.suspend(work, params.id, body.reason)),
    serve(told.resumeShare, (work, { params, body }) => answers.resume(work, params.id, body.reason)),
    serve(told.terminateShare, (work, { params, body }) => answers.terminate(work, params.id, body.reason)),
    serve(told.disposeShare, (work, { params, body }) => answers.dispose(work, params.id, body.how)),
    serve(told.disputeShare, (work, { params, body }) => disputes.dispute(work, params.id, body.reason)),
    serve(told.settleDispute, (work, { params, body }) => disputes.settle(work, params.id, body.text)),
    serve(told.coordinateDispute, (work, { params, body }) => disputes.coordinate(work, params.id, body)),
    serve(told.arbitrateShare, (work, { params, body }) => disputes.arbitrate(work, params.id, body)),
    serve(told.recordOutside, async (work, { params, body }) => {
      await record(work, params.id, body);
      return viewOfRequest(work, params.id, collections());
    }),
    serve(told.confirmOutside, async (work, { params }) => {
      await confirm(work, params.id);
      return viewOfRequest(work, params.id, collections());
    }),
    serve(told.rejectOutside, async (work, { params, body }) => {
      await reject(work, params.id, body.reason);
      return viewOfRequest(work, params.id, collections());
    }),
    serve(told.useShare, (work, { params, body }) => useGranted(work, params.id, body, collections())),
  ];
}

export const catalogueRoutes = (collections: () => Collections): readonly Served[] => [
  ...resources(collections),
  ...sharing(collections),
];
