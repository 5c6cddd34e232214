import type { FastifyInstance } from 'fastify';
import { TABLE_MOST } from '@fengqiao/contract/cases/imports.ts';
import type { Platform } from '#platform/serve.ts';
import { tableDoors } from '#platform/table/doors.ts';
import { rejectedCsv, rejectedOf } from '../actions/import/rejected.ts';

/** POST /api/imports/tables and GET /api/imports/:id/rejected. */
export const importDoors = (app: FastifyInstance, platform: Platform): Promise<void> =>
  tableDoors(app, platform, {
    who: ['dispatcher', 'admin'],
    upload: { url: '/api/imports/tables', operation: 'cases.uploadTable', most: TABLE_MOST },
    report: {
      url: '/api/imports/:id/rejected',
      operation: 'cases.rejectedRows',
      access: 'read',
      of: async (work, id) => {
        const { file, reasons, name } = await rejectedOf(work, id);
        return { name: `rejected-${name}`, lines: () => rejectedCsv(file, reasons) };
      },
    },
  });
