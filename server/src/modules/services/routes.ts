import * as services from '@fengqiao/contract/services.ts';
import { serve, type Served } from '#platform/serve.ts';
import { askService } from './actions/ask-service.ts';
import { listServices, readService } from './actions/read-services.ts';

export const servicesRoutes: readonly Served[] = [
  serve(services.listServices, async (_work, { query }) => listServices(query.event ?? null)),
  serve(services.readService, (work, { params }) => readService(work, params.code)),
  serve(services.askService, (work, { params, body }, http) => askService(work, params.code, body, http)),
];
