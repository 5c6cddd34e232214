import { hash } from 'node:crypto';
import {
  oddities,
  type exportSecurity as Export,
  type listSecurity as List,
  type reviewSecurity as Review,
  type SecurityEvent,
  type summarizeSecurity as Summarize,
} from '@fengqiao/contract/audit/security.ts';
import {
  securityActNames,
  securityActs,
  securityKinds,
  type SecurityKind,
} from '@fengqiao/contract/audit/security-acts.ts';
import { refusals } from '@fengqiao/contract/refusals.ts';
import type { Both, In, Out } from '@fengqiao/contract/route.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { csvOf } from '../domain/csv.ts';
import { localDay } from '../domain/day.ts';
import { spanOf } from '../domain/span.ts';
import { insertExport } from '../store/break-glass.ts';
import {
  lastReview,
  securityBetween,
  securityCounts,
  securityOdd,
  type SecurityFilters,
  type SecurityRow,
} from '../store/security.ts';

type Asked = Omit<In<typeof List>['query'], 'limit' | 'after'>;

/** Entries of the security log within a span of at most 92 days, newest first. */
export async function listSecurity(
  work: Work,
  { limit = 50, after, ...asked }: In<typeof List>['query'],
): Promise<Out<typeof List>> {
  const rows = await securityBetween(work, filtersOf(asked), { limit: limit + 1, after: after ?? null });
  const shown = rows.slice(0, limit);
  return { items: shown.map(present), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

const actsOf = (kind: SecurityKind) => securityActNames.filter((act) => securityActs[act].kind === kind);

const filtersOf = ({ from, to, kind, ...rest }: Asked): SecurityFilters => ({
  ...spanOf(from, to),
  ...rest,
  acts: kind === undefined ? null : actsOf(kind),
});

function present({ at, ...row }: SecurityRow): SecurityEvent {
  const refusal = row.code === null ? undefined : known[row.code];
  const why = refusal === undefined ? null : { zh: refusal.zh, en: refusal.en };
  return { ...row, at: at.toISOString(), why };
}

const known: Readonly<Record<string, Both>> = refusals;

/** Wrong tries at one account, and accounts tried from one machine, from which on they are told. */
const ODD = { guesses: 5, targets: 3 };

/** How often each kind happened in a span, and what is out of the ordinary. */
export async function summarizeSecurity(
  work: Work,
  { from, to }: In<typeof Summarize>['query'],
): Promise<Out<typeof Summarize>> {
  const span = spanOf(from, to);
  const counts = await securityCounts(work, span);
  const odd = await securityOdd(work, span, ODD);
  const review = await lastReview(work);
  return {
    kinds: keysOf(securityKinds).map((kind) => {
      const those = counts.filter(({ act }) => securityActs[act].kind === kind);
      const sum = (of: 'done' | 'refused') => those.reduce((all, one) => all + one[of], 0);
      return { kind, done: sum('done'), refused: sum('refused') };
    }),
    odd: keysOf(oddities).flatMap((kind) =>
      odd
        .filter(({ what }) => what === kind)
        .map(({ last, account, name, machine, network, times }) => ({
          what: kind,
          account,
          name,
          machine,
          network,
          times,
          last: last.toISOString(),
        })),
    ),
    reviewed:
      review === null
        ? null
        : {
            at: review.at.toISOString(),
            until: review.object ?? review.at.toISOString(),
            name: review.name,
            note: review.detail ?? '',
          },
  };
}

/** The finding is what the log itself keeps of this act; nothing else is written. */
export async function reviewSecurity(
  work: Work,
  { until }: In<typeof Review>['body'],
): Promise<Out<typeof Review>> {
  if (new Date(until) > work.now) refuse('audit.window_unusable');
  return { ok: true };
}

const MOST_ROWS = 10_000;
const columns = [
  '时间',
  '类别',
  '动作',
  '结果',
  '原因代码',
  '姓名',
  '岗位',
  '单位',
  '账号代号',
  '对象',
  '涉及账号',
  '说明',
  '网络',
  '机器标记',
  '记录号',
] as const;

/** The log as a table, with a line that says for whom it was made. */
export async function exportSecurity(
  work: Work,
  { reason, ...asked }: In<typeof Export>['body'],
): Promise<Out<typeof Export>> {
  const rows = await securityBetween(work, filtersOf(asked), { limit: MOST_ROWS + 1, after: null });
  if (rows.length > MOST_ROWS) refuse('audit.too_many_rows');
  const id = work.newId();
  const mark = [`导出 ${id} · ${work.actor.name} · ${work.now.toISOString()} · ${reason}`];
  const csv = csvOf([mark, columns, ...rows.map(cellsOf)]);
  const sha256 = hash('sha256', csv, 'hex');
  await insertExport(work, { id, reason, asked: toJson(asked), rows: rows.length, sha256 });
  return { id, name: `security-${localDay(work)}.csv`, rows: rows.length, sha256, csv };
}

function cellsOf(row: SecurityRow): string[] {
  const { kind, zh } = securityActs[row.act];
  return [
    row.at.toISOString(),
    securityKinds[kind].zh,
    zh,
    row.result === 'done' ? '成功' : '未成功',
    row.code ?? '',
    row.name ?? '',
    row.role ?? '',
    row.unit ?? '',
    row.account ?? '',
    row.object ?? '',
    row.whom ?? '',
    row.detail ?? '',
    row.network ?? '',
    row.machine ?? '',
    row.id,
  ];
}
