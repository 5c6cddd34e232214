import Type, { type Static } from 'typebox';
import type { Door } from '../platform.ts';
import { route, Shape } from '../route.ts';
import { keysOf, OneOf, Text } from '../shapes.ts';
import { ExportView } from './ask.ts';

/** By what a leaked text was recognized, the surest first. */
export const traceMarks = {
  number: { zh: '导出编号', en: 'Export number' },
  canary: { zh: '专属诱饵行', en: 'A row planted in this export only' },
  line: { zh: '整行相同', en: 'A whole line is the same' },
  value: { zh: '号码相同', en: 'A number is the same' },
} as const;
export type TraceMark = keyof typeof traceMarks;

export const Traced = Shape({
  export: ExportView,
  marks: Type.Array(OneOf(keysOf(traceMarks))),
  /** How many lines of the text were found in it. */
  lines: Type.Integer(),
  /** Only this export can be where the text came from. */
  sure: Type.Boolean(),
});
export type Traced = Static<typeof Traced>;

const Found = Shape({ read: Type.Integer(), items: Type.Array(Traced) });

export const traceExport = route({
  id: 'exports.trace',
  method: 'POST',
  path: '/exports/trace',
  who: ['privacy'],
  says: {
    zh: '追查泄露：粘贴流出的几行，按编号、诱饵行、整行和号码的指纹认出来自哪份导出、谁、何时。不保存粘贴的内容。',
    en: 'Trace a leak: paste some lines; by number, planted rows and fingerprints of lines and numbers it tells which export, who and when. What is pasted is not kept.',
  },
  body: Shape({ text: Text(4, 100_000) }),
  reply: Found,
});

const bare = Shape({});

/** The largest leaked file that is looked through, in bytes. */
export const TRACE_MOST = 16 * 1024 * 1024;

export const traceDoors = [
  {
    id: 'exports.traceFile',
    method: 'POST',
    path: '/exports/trace-file',
    who: ['privacy'],
    params: bare,
    query: bare,
    reply: Found,
    takes: [
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/octet-stream',
    ],
    gives: 'application/json',
    says: {
      zh: '追查泄露：上传流出的 CSV 或 XLSX 文件，最大 16 MB，只比对不保存。',
      en: 'Trace a leak by the CSV or XLSX file itself, at most 16 MB; it is compared and not kept.',
    },
  },
] as const satisfies Door[];
