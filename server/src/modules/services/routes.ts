import * as services from '@fengqiao/contract/services.ts';
import { serve, type Served } from '#platform/serve.ts';
import { askService } from './actions/ask-service.ts';
import {
  changeService,
  listServiceDesk,
  readServiceHistory,
  revokeServiceVersion,
  withdrawService,
} from './actions/keep-items.ts';
import { listServices, readService } from './actions/read-services.ts';

export const servicesRoutes: readonly Served[] = [
  serve(services.listServices, (work, { query }) => listServices(work, query.event ?? null)),
  serve(services.readService, (work, { params }) => readService(work, params.code)),
  serve(services.askService, (work, { params, body }, http) => askService(work, params.code, body, http)),
  serve(services.listServiceDesk, (work) => listServiceDesk(work)),
  serve(services.readServiceHistory, (work, { params }) => readServiceHistory(work, params.code)),
  serve(services.changeService, (work, { params, body }) => changeService(work, params.code, body)),
  serve(services.withdrawService, (work, { params, body }) => withdrawService(work, params.code, body)),
  serve(services.revokeServiceVersion, (work, { params }) =>
    revokeServiceVersion(work, params.code, params.number),
  ),
];
