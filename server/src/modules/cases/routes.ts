import type { Served } from '#platform/serve.ts';
import { afterRoutes } from './routes-after.ts';
import { cockpitRoutes } from './routes-cockpit.ts';
import { deskRoutes } from './routes-desk.ts';
import { dispatchRoutes } from './routes-dispatch.ts';
import { handlingRoutes } from './routes-handling.ts';
import { importRoutes } from './routes-imports.ts';
import { intakeRoutes } from './routes-intake.ts';
import { listRoutes } from './routes-lists.ts';
import { mapRoutes } from './routes-map.ts';
import { mergeRoutes } from './routes-merge.ts';
import { requestRoutes } from './routes-requests.ts';
import { supervisionRoutes } from './routes-supervision.ts';

export const casesRoutes: Served[] = [
  ...intakeRoutes,
  ...deskRoutes,
  ...cockpitRoutes,
  ...listRoutes,
  ...dispatchRoutes,
  ...handlingRoutes,
  ...mapRoutes,
  ...mergeRoutes,
  ...requestRoutes,
  ...supervisionRoutes,
  ...afterRoutes,
  ...importRoutes,
];
