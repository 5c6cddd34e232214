import * as addresses from '@fengqiao/contract/registry/addresses.ts';
import * as homePeople from '@fengqiao/contract/registry/home-people.ts';
import * as imports from '@fengqiao/contract/registry/imports.ts';
import * as acts from '@fengqiao/contract/registry/place-acts.ts';
import * as wrongs from '@fengqiao/contract/registry/place-corrections.ts';
import * as places from '@fengqiao/contract/registry/places.ts';
import { done, serve, type Served } from '#platform/serve.ts';
import { applyRegistryImport, undoRegistryImport } from './actions/import/decide.ts';
import { importDifferences } from './actions/import/differences.ts';
import {
  forgetMapping,
  listMappings,
  listRegistryImports,
  listRegistryProblems,
  readRegistryImport,
} from './actions/import/read.ts';
import { lookAtRegistryTable, startRegistryImport } from './actions/import/start.ts';
import {
  listHomes,
  listOrganizations,
  readHome,
  readOrganization,
  revealOrganization,
} from './actions/places.ts';
import { findRegistryAddresses } from './actions/addresses.ts';
import { askHomeCorrection, askOrganizationCorrection } from './actions/correct-places.ts';
import { endHomeLink, houseHomePeople, linkHomePerson, viewHomePeople } from './actions/home-people.ts';
import { addHome, changeHome } from './actions/write-homes.ts';
import { addOrganization, changeOrganization } from './actions/write-organizations.ts';
import { peopleRoutes } from './routes-people.ts';

export const registryRoutes: readonly Served[] = [
  ...peopleRoutes,
  serve(places.listHomes, (work, { query }) => listHomes(work, query)),
  serve(places.readHome, (work, { params }) => readHome(work, params.id)),
  serve(places.listOrganizations, (work, { query }) => listOrganizations(work, query)),
  serve(places.readOrganization, (work, { params }) => readOrganization(work, params.id)),
  serve(places.revealOrganization, (work, { params, body }) => revealOrganization(work, params.id, body)),
  serve(addresses.findRegistryAddresses, (work, { query }) => findRegistryAddresses(work, query)),
  serve(acts.addHome, (work, { body }) => addHome(work, body)),
  serve(homePeople.viewHomePeople, (work, { params, body }) => viewHomePeople(work, params.id, body.purpose)),
  serve(homePeople.linkHomePerson, (work, { params, body }) => linkHomePerson(work, params.id, body)),
  serve(homePeople.endHomeLink, async (work, { params, body }) => {
    await endHomeLink(work, params.id, body);
    return done;
  }),
  serve(homePeople.houseHomePeople, async (work, { params, body }) => {
    await houseHomePeople(work, params.id, body.people);
    return done;
  }),
  serve(acts.changeHome, (work, { params, body }) => changeHome(work, params.id, body)),
  serve(acts.addOrganization, (work, { body }) => addOrganization(work, body)),
  serve(acts.changeOrganization, (work, { params, body }) => changeOrganization(work, params.id, body)),
  serve(wrongs.askHomeCorrection, (work, { params, body }) => askHomeCorrection(work, params.id, body)),
  serve(wrongs.askOrganizationCorrection, (work, { params, body }) =>
    askOrganizationCorrection(work, params.id, body),
  ),
  serve(imports.lookAtRegistryTable, (work, { params, query }) =>
    lookAtRegistryTable(work, params.id, query.kind),
  ),
  serve(imports.startRegistryImport, (work, { body }) => startRegistryImport(work, body)),
  serve(imports.listRegistryImports, (work, { query }) => listRegistryImports(work, query)),
  serve(imports.readRegistryImport, (work, { params }) => readRegistryImport(work, params.id)),
  serve(imports.listRegistryProblems, (work, { params, query }) =>
    listRegistryProblems(work, params.id, query),
  ),
  serve(imports.importDifferences, (work, { params, query }) => importDifferences(work, params.id, query)),
  serve(imports.applyRegistryImport, (work, { params, body }) =>
    applyRegistryImport(work, params.id, body.reason ?? null),
  ),
  serve(imports.undoRegistryImport, (work, { params, body }) =>
    undoRegistryImport(work, params.id, body.reason),
  ),
  serve(imports.listMappings, (work) => listMappings(work)),
  serve(imports.forgetMapping, async (work, { params }) => {
    await forgetMapping(work, params.kind, params.name);
    return done;
  }),
];
