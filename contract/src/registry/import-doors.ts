import Type from 'typebox';
import { FileView, type Door } from '../platform.ts';
import { Shape } from '../route.ts';
import { ById } from '../shapes.ts';
import { keepers } from './people-words.ts';

/** How large a table may be that is uploaded, in bytes; the command line takes larger ones. */
export const REGISTRY_TABLE_MOST = 64 * 1024 * 1024;

const bare = Shape({});

export const registryImportDoors = [
  {
    id: 'registry.uploadTable',
    method: 'POST',
    path: '/registry/tables',
    who: keepers,
    params: bare,
    query: bare,
    reply: FileView,
    takes: [
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/octet-stream',
    ],
    gives: 'application/json',
    says: {
      zh: '上传人口、房屋、单位或地址表：CSV（UTF-8、UTF-16 或 GBK）或 XLSX，最大 64 MB；文件名用 X-File-Name 头（百分号编码）。',
      en: 'Upload a table of people, homes, organizations or addresses: CSV (UTF-8, UTF-16 or GBK) or XLSX, at most 64 MB; its name goes in the header X-File-Name (percent-encoded).',
    },
  },
  {
    id: 'registry.importReport',
    method: 'GET',
    path: '/registry/imports/:id/report',
    who: keepers,
    params: ById,
    query: bare,
    reply: Type.String(),
    takes: [],
    gives: 'text/csv',
    says: {
      zh: '逐行校验报告：有问题的行、原因；更正后可再次导入。仅上传该表的人可下载，每次下载留痕。',
      en: 'The report row by row: what is wrong with which row; correct them and import that file. For whoever brought the table; each download is on record.',
    },
  },
] as const satisfies Door[];
