import * as told from '@fengqiao/contract/cases.ts';
import { serve, type Served } from '#platform/serve.ts';
import { cockpit } from './actions/cockpit.ts';
import { decisions } from './actions/decisions.ts';
import { parity } from './actions/parity.ts';

const MONTH = '30';

export const cockpitRoutes: Served[] = [
  serve(told.readCockpit, (work, { query }) => cockpit(work, Number(query.days ?? MONTH))),
  serve(told.readParity, (work, { query }) =>
    parity(work, { days: Number(query.days ?? MONTH), type: query.type }),
  ),
  serve(told.readDecisions, (work) => decisions(work)),
];
