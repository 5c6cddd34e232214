import { Form, Select, Table } from 'antd';
import type { Both } from '@fengqiao/contract/route.ts';
import { codedOf, columnsOf, type ImportKind } from '@fengqiao/contract/registry/columns.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { texts } from './texts.ts';

export type Words = Record<string, Record<string, string | undefined> | undefined>;
export type Look = {
  readonly header: readonly string[];
  readonly words: Readonly<Record<string, readonly Word[]>>;
  readonly known: Readonly<Record<string, Readonly<Record<string, string>>>>;
};
type Word = { readonly word: string; readonly rows: number };

/** What the codes of a department mean here, for each column of a few words; what is understood by itself is not asked. */
export function CodedWords({ kind, look }: { kind: ImportKind; look: Look }) {
  return Object.entries(codedOf(kind)).map(([field, ours]) => (
    <Coded key={field} field={field} kind={kind} ours={ours} look={look} />
  ));
}

type CodedProps = {
  field: string;
  kind: ImportKind;
  ours: Readonly<Record<string, Both>>;
  look: Look;
};

function Coded({ field, kind, ours, look }: CodedProps) {
  const column: unknown = Form.useWatch(['fields', field]);
  if (typeof column !== 'string') return null;
  const found = look.words[column] ?? [];
  const foreign = found.filter(({ word }) => look.known[field]?.[word] === undefined);
  const name = t(columnsOf(kind)[field] ?? { zh: field, en: field });
  const options = keysOf(ours).map((value) => ({ value, label: t(ours[value] ?? { zh: value, en: value }) }));
  return (
    <section className="stack tight" aria-label={t(texts.wordsOf, { column })}>
      <h3 className="row wrap">
        {name}
        <span className={foreign.length === 0 ? 'mark good' : 'mark warn'}>
          {foreign.length === 0
            ? t(texts.allUnderstood, { n: found.length })
            : t(texts.foreign, { n: foreign.length })}
        </span>
      </h3>
      {foreign.length > 0 && <Foreign field={field} words={foreign} options={options} />}
      <Form.Item name={['defaults', field]} label={t(texts.whenEmpty)} style={{ maxWidth: 320 }}>
        <Select allowClear placeholder={t(texts.nothingWhenEmpty)} options={options} />
      </Form.Item>
    </section>
  );
}

type Options = { value: string; label: string }[];

function Foreign({ field, words, options }: { field: string; words: readonly Word[]; options: Options }) {
  return (
    <Table<Word>
      size="small"
      rowKey="word"
      className="rows-40 import-words"
      pagination={false}
      dataSource={[...words]}
      columns={[
        { title: t(texts.word), key: 'word', width: 200, render: (_, { word }) => word },
        {
          title: t(texts.rows),
          key: 'rows',
          width: 100,
          align: 'right',
          render: (_, { rows }) => <span className="number">{amount(rows)}</span>,
        },
        {
          title: t(texts.meaning),
          key: 'meaning',
          render: (_, { word }) => (
            <Form.Item name={['words', field, word]} noStyle>
              <Select
                allowClear
                style={{ width: 240 }}
                aria-label={t(texts.meaningOf, { word })}
                placeholder={t(texts.notUnderstood)}
                options={options}
              />
            </Form.Item>
          ),
        },
      ]}
    />
  );
}
