import type { FastifyInstance } from 'fastify';
import { REGISTRY_TABLE_MOST } from '@fengqiao/contract/registry/import-doors.ts';
import { keepers } from '@fengqiao/contract/registry/people-words.ts';
import type { Platform } from '#platform/serve.ts';
import { tableDoors } from '#platform/table/doors.ts';
import { rowsWithReasons } from '#platform/table/write.ts';
import { reportOf } from '../actions/import/read.ts';

/** POST /api/registry/tables and GET /api/registry/imports/:id/report. */
export const registryDoors = (app: FastifyInstance, platform: Platform): Promise<void> =>
  tableDoors(app, platform, {
    who: keepers,
    upload: { url: '/api/registry/tables', operation: 'registry.uploadTable', most: REGISTRY_TABLE_MOST },
    report: {
      url: '/api/registry/imports/:id/report',
      operation: 'registry.importReport',
      access: 'write',
      of: async (work, id) => {
        const { file, reasons, name } = await reportOf(work, id);
        return {
          name: `report-${name}`,
          lines: () => rowsWithReasons(file, reasons, ['行号 row', '问题', 'what is wrong']),
        };
      },
    },
  });
