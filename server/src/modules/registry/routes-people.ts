import * as children from '@fengqiao/contract/registry/children.ts';
import * as decoys from '@fengqiao/contract/registry/decoys.ts';
import * as emergencies from '@fengqiao/contract/registry/emergencies.ts';
import * as events from '@fengqiao/contract/registry/events.ts';
import * as people from '@fengqiao/contract/registry/people.ts';
import * as corrections from '@fengqiao/contract/registry/corrections.ts';
import * as twins from '@fengqiao/contract/registry/twins.ts';
import { done, serve, type Served } from '#platform/serve.ts';
import { addPerson } from './actions/add-person.ts';
import { noteBirth, noteLifeEvent } from './actions/life-events.ts';
import {
  askCorrectionFor,
  decideCorrection,
  listCorrections,
  viewCorrection,
  waitingCorrections,
} from './actions/corrections.ts';
import { childAccesses, doubtForChild, myChildren } from './actions/children.ts';
import { openEmergency, revealEmergency, viewEmergency } from './actions/emergency.ts';
import { askCorrection, myRegistry } from './actions/mine.ts';
import { revealPerson, searchPeople, viewPerson } from './actions/people.ts';
import { liftDecoy, listDecoys, plantDecoy } from './actions/decoys.ts';
import { checkPerson } from './actions/person-hints.ts';
import { proveAtWindow, proveRealName } from './actions/real-name.ts';
import { decideTwins, findTwins, listTwins, undoMerge, viewTwins } from './actions/twins.ts';

export const peopleRoutes: readonly Served[] = [
  serve(people.searchPeople, (work, { body }, http) => {
    if (body.phone !== undefined || body.idNumber !== undefined)
      http.limitBy('lookup', work.actor.account ?? http.ip, people.LOOKUPS_A_MINUTE);
    return searchPeople(work, body);
  }),
  serve(people.viewPerson, (work, { params, body }) => viewPerson(work, params.id, body.purpose)),
  serve(people.revealPerson, (work, { params, body }) => revealPerson(work, params.id, body)),
  serve(emergencies.openEmergency, (work, { body }, http) => {
    http.limitBy('emergency', work.actor.account ?? http.ip, emergencies.EMERGENCIES_A_MINUTE);
    return openEmergency(work, body);
  }),
  serve(emergencies.viewEmergency, (work) => viewEmergency(work)),
  serve(emergencies.revealEmergency, (work, { body }) => revealEmergency(work, body.fields)),
  serve(people.checkPerson, (work, { body }, http) => {
    http.limitBy('lookup', work.actor.account ?? http.ip, people.LOOKUPS_A_MINUTE);
    return checkPerson(work, body);
  }),
  serve(decoys.listDecoys, (work) => listDecoys(work)),
  serve(decoys.plantDecoy, (work, { body }) => plantDecoy(work, body.community)),
  serve(decoys.liftDecoy, async (work, { params }) => {
    await liftDecoy(work, params.id);
    return done;
  }),
  serve(people.addPerson, (work, { body }, http) => {
    if (body.idNumber !== undefined)
      http.limitBy('lookup', work.actor.account ?? http.ip, people.LOOKUPS_A_MINUTE);
    return addPerson(work, body);
  }),
  serve(events.noteLifeEvent, (work, { params, body }, http) => {
    if (body.partner !== undefined)
      http.limitBy('lookup', work.actor.account ?? http.ip, people.LOOKUPS_A_MINUTE);
    return noteLifeEvent(work, params.id, body);
  }),
  serve(events.noteBirth, (work, { params, body }) => noteBirth(work, params.id, body)),
  serve(corrections.askCorrection, (work, { body }) => askCorrection(work, body)),
  serve(corrections.askCorrectionFor, (work, { params, body }) => askCorrectionFor(work, params.id, body)),
  serve(corrections.listCorrections, (work, { query }) => listCorrections(work, query)),
  serve(corrections.countCorrections, (work) => waitingCorrections(work)),
  serve(corrections.viewCorrection, (work, { params, body }) =>
    viewCorrection(work, params.id, body.purpose),
  ),
  serve(corrections.decideCorrection, (work, { params, body }) => decideCorrection(work, params.id, body)),
  serve(twins.findTwins, (work) => findTwins(work)),
  serve(twins.listTwins, (work, { query }) => listTwins(work, query)),
  serve(twins.viewTwins, (work, { params, body }) => viewTwins(work, params, body.purpose)),
  serve(twins.decideTwins, (work, { params, body }) => decideTwins(work, params, body.keep)),
  serve(twins.undoMergeOfTwins, (work, { params }) => undoMerge(work, params)),
  serve(children.myChildren, (work) => myChildren(work)),
  serve(children.childAccesses, (work, { params, query }) => childAccesses(work, params.id, query)),
  serve(children.doubtForChild, (work, { params, body }) => doubtForChild(work, params, body.text)),
  serve(corrections.myRegistry, (work) => myRegistry(work)),
  serve(corrections.proveRealName, (work, { body }) => proveRealName(work, body)),
  serve(corrections.proveAtWindow, (work, { body }) => proveAtWindow(work, body)),
];
