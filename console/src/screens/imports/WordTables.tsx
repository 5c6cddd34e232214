import { Checkbox, Form, Table } from 'antd';
import type { TableColumn, TableLook } from '@fengqiao/contract/cases/imports.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { MeaningSelect, useMeant } from './Meaning.tsx';
import { columns, tables, type Entered, type Kind } from './mapping.ts';
import { texts } from './texts.ts';

/** What the words of the chosen columns mean here, and what counts where there is none. */
export function WordTables({ table }: { table: TableLook }) {
  return (
    <section className="card stack" aria-label={t(texts.stepWords)}>
      <h2>{t(texts.stepWords)}</h2>
      {keysOf(tables).map((kind) => (
        <Words key={kind} kind={kind} table={table} />
      ))}
    </section>
  );
}

function Words({ kind, table }: { kind: Kind; table: TableLook }) {
  const chosen: unknown = Form.useWatch(['columns', kind]);
  const column = table.columns.find((one) => one.name === chosen);
  const inherent = kind === 'type' || column !== undefined;
  if (!inherent) return null;
  return (
    <div className="stack tight">
      <h3>
        {t(columns[kind])} {column !== undefined && <Left kind={kind} column={column} />}
      </h3>
      {column !== undefined &&
        (column.words === null ? (
          <p className="hint">{t(texts.manyWords)}</p>
        ) : (
          <WordTable key={column.name} kind={kind} words={column.words} />
        ))}
      <div className="import-defaults">
        <Form.Item name={['defaults', kind]} label={t(texts.standard)} style={{ width: 320 }}>
          <MeaningSelect kind={kind} label={t(texts.standard)} />
        </Form.Item>
        {column !== undefined && <Others kind={kind} />}
      </div>
    </div>
  );
}

/** How many words have no meaning yet; rows with one are rejected. */
function Left({ kind, column }: { kind: Kind; column: TableColumn }) {
  const form = Form.useFormInstance<Entered>();
  const given: Readonly<Record<string, string | undefined>> = Form.useWatch(['words', kind], form) ?? {};
  const others = Form.useWatch('others', form) ?? [];
  const left = (column.words ?? []).filter(({ word }) => !given[word]).length;
  return left > 0 && !others.includes(kind) ? (
    <span className="mark warn">{t(texts.left, { n: left })}</span>
  ) : null;
}

type WordTableProps = { kind: Kind; words: NonNullable<TableColumn['words']> };

function WordTable({ kind, words }: WordTableProps) {
  const meant = useMeant(kind);
  if (meant === null) return <Waiting />;
  return (
    <Table
      size="small"
      rowKey="word"
      className="rows-40 import-words"
      pagination={false}
      dataSource={words}
      columns={[
        { title: t(texts.word), key: 'word', render: (_, { word }) => word },
        {
          title: t(texts.rows),
          key: 'rows',
          width: 100,
          align: 'right',
          render: (_, { rows }) => <span className="number">{amount(rows)}</span>,
        },
        {
          title: t(texts.means),
          key: 'means',
          width: 360,
          render: (_, { word }) => (
            <Form.Item name={['words', kind, word]} initialValue={meant(word)}>
              <MeaningSelect kind={kind} label={t(texts.meansFor, { word })} />
            </Form.Item>
          ),
        },
      ]}
    />
  );
}

type OthersProps = { kind: Kind; value?: readonly Kind[]; onChange?: (value: Kind[]) => void };

/** Whether the default also stands for words that were given no meaning. */
function Others({ kind }: Pick<OthersProps, 'kind'>) {
  return (
    <Form.Item name="others">
      <OthersBox kind={kind} />
    </Form.Item>
  );
}

function OthersBox({ kind, value = [], onChange }: OthersProps) {
  return (
    <Checkbox
      checked={value.includes(kind)}
      onChange={({ target }) =>
        onChange?.(target.checked ? [...value, kind] : value.filter((one) => one !== kind))
      }
    >
      {t(texts.others)}
    </Checkbox>
  );
}
