import type { Served } from '#platform/serve.ts';
import { afterRoutes } from './routes-after.ts';
import { deskRoutes } from './routes-desk.ts';
import { handlingRoutes } from './routes-handling.ts';
import { requestRoutes } from './routes-requests.ts';
import { supervisionRoutes } from './routes-supervision.ts';

export const casesRoutes: Served[] = [...deskRoutes, ...handlingRoutes, ...requestRoutes, ...supervisionRoutes, ...afterRoutes];
