import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { CaseLine } from '@fengqiao/contract/cases/views.ts';
import { channels, classes } from '@fengqiao/contract/cases/words.ts';
import { language, t, tOf } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { ago, stamp } from '@fengqiao/ui/time.ts';
import { Due } from '../Due.tsx';
import { GradeMark, OutcomeMark, StateMark } from '../Marks.tsx';
import { texts as common } from '../texts.ts';
import { texts } from './texts.ts';

export const columnNames = {
  no: texts.no,
  grade: texts.grade,
  state: texts.state,
  title: texts.title,
  type: texts.type,
  community: texts.community,
  grid: texts.grid,
  lead: texts.lead,
  holder: texts.holder,
  due: texts.due,
  reported: texts.reported,
  updated: texts.updated,
  channel: texts.channel,
  class: texts.class,
  address: texts.address,
  outcome: texts.outcome,
} as const;
export type ColumnName = keyof typeof columnNames;
export const usualColumns: readonly ColumnName[] = [
  'no',
  'grade',
  'state',
  'title',
  'type',
  'community',
  'lead',
  'due',
  'reported',
];

type NameOf = (unit: string | null) => string;
type Columns = TableColumnsType<CaseLine>;

/** The chosen columns, in their fixed order. */
export function columnsOf(chosen: readonly ColumnName[], nameOf: NameOf): Columns {
  const all: Record<ColumnName, Columns[number]> = {
    no: {
      width: 150,
      render: (_, line) => (
        <Link className="number" to={`/cases/${line.id}`}>
          {line.no}
        </Link>
      ),
    },
    grade: { width: language() === 'zh' ? 86 : 104, render: (_, line) => <GradeMark grade={line.grade} /> },
    state: { width: language() === 'zh' ? 88 : 136, render: (_, line) => <StateMark state={line.state} /> },
    title: { ellipsis: true, render: (_, line) => <Title line={line} /> },
    type: {
      width: 112,
      ellipsis: true,
      render: (_, line) =>
        line.typeName === null ? <span className="hint">{t(texts.untyped)}</span> : t(line.typeName),
    },
    community: {
      width: language() === 'zh' ? 86 : 92,
      ellipsis: true,
      render: (_, line) => nameOf(line.community),
    },
    grid: { width: 92, ellipsis: true, render: (_, line) => nameOf(line.grid) },
    lead: { width: 92, ellipsis: true, render: (_, line) => nameOf(line.lead) },
    holder: { width: 92, ellipsis: true, render: (_, line) => nameOf(line.holder) },
    due: {
      width: 138,
      render: (_, line) => <Due dueAt={line.dueAt} lateSince={line.lateSince} state={line.state} />,
    },
    reported: {
      width: 84,
      ellipsis: true,
      render: (_, line) => (
        <time dateTime={line.reportedAt} title={stamp(line.reportedAt)}>
          {ago(line.reportedAt)}
        </time>
      ),
    },
    updated: {
      width: 84,
      ellipsis: true,
      render: (_, line) => (
        <time dateTime={line.updatedAt} title={stamp(line.updatedAt)}>
          {ago(line.updatedAt)}
        </time>
      ),
    },
    channel: { width: 96, ellipsis: true, render: (_, line) => tOf(channels, line.channel) },
    class: { width: 88, ellipsis: true, render: (_, line) => tOf(classes, line.class) },
    address: { width: 180, ellipsis: true, render: (_, line) => line.address },
    outcome: { width: 130, render: (_, line) => <OutcomeMark outcome={line.outcome} /> },
  };
  return keysOf(columnNames)
    .filter((name) => chosen.includes(name))
    .map((name) => ({ key: name, title: t(columnNames[name]), ...all[name] }));
}

function Title({ line }: { line: CaseLine }) {
  return (
    <span className="case-title">
      <span className="clip" title={line.title}>
        {line.title}
      </span>
      {line.reports > 1 && (
        <span className="mark" title={t(common.reports, { n: line.reports })}>
          {t(texts.reporters, { n: line.reports })}
        </span>
      )}
      {line.round > 1 && (
        <span className="mark warn" title={t(common.round, { n: line.round })}>
          {t(texts.round, { n: line.round })}
        </span>
      )}
    </span>
  );
}
