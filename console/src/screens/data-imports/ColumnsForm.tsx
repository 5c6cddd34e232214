import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useNavigate } from 'react-router';
import { columnsOf, type ImportKind } from '@fengqiao/contract/registry/columns.ts';
import { startRegistryImport } from '@fengqiao/contract/registry/imports.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled } from '@fengqiao/ui/record.ts';
import { Held } from '../../parts/Held.tsx';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import { CodedWords, type Look, type Words } from './CodedWords.tsx';
import { KeptMappings } from './KeptMappings.tsx';
import { texts } from './texts.ts';

type Entered = {
  fields: Record<string, string | undefined>;
  words?: Words;
  defaults?: Record<string, string | undefined>;
  source: string;
  asOf: Dayjs;
  unit?: string;
  saveAs?: string;
};
type Props = {
  kind: ImportKind;
  file: string;
  look: Look;
  guessed: Readonly<Record<string, string>>;
};

/** What each column means, where the table comes from and of which day; then it is checked. */
export function ColumnsForm({ kind, file, look, guessed }: Props) {
  const { header } = look;
  const navigate = useNavigate();
  const act = useAct(startRegistryImport, ({ id }) => void navigate(`/data-imports/${id}`));
  const send = ({ fields, words, defaults, asOf, source, unit, saveAs }: Entered) =>
    act.mutate({
      body: {
        kind,
        file,
        mapping: { fields: chosenOf(fields), words: wordsOf(words), defaults: chosenOf(defaults ?? {}) },
        source,
        asOf: asOf.format('YYYY-MM-DD'),
        ...filled({ unit, saveAs }),
      },
    });
  return (
    <ActForm<Entered>
      send={texts.check}
      act={act}
      start={{ fields: { ...guessed }, asOf: dayjs() }}
      onSend={send}
    >
      <Held fields={header} {...ownOf(kind)} />
      <KeptMappings kind={kind} header={header} />
      <div className="import-columns">
        {Object.entries(columnsOf(kind)).map(([field, { needed, ...words }]) => (
          <Form.Item
            key={field}
            name={['fields', field]}
            label={t(words)}
            rules={[{ required: needed === true }]}
          >
            <Select
              allowClear
              showSearch
              placeholder={t(texts.unused)}
              options={header.map((value) => ({ value, label: value }))}
            />
          </Form.Item>
        ))}
      </div>
      <CodedWords kind={kind} look={look} />
      <div className="import-columns">
        <Form.Item name="source" label={t(texts.source)} rules={[{ required: true, min: 2 }]}>
          <Input maxLength={60} placeholder={t(texts.sourceHint)} />
        </Form.Item>
        <Form.Item name="asOf" label={t(texts.asOf)} rules={[{ required: true }]}>
          <DatePicker allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="unit" label={t(texts.unit)}>
          <UnitSelect aria-label={t(texts.unit)} />
        </Form.Item>
        <Form.Item name="saveAs" label={t(texts.saveAs)}>
          <Input maxLength={40} />
        </Form.Item>
      </div>
    </ActForm>
  );
}

/** What the table itself goes into is not another place that holds it. */
const own: Readonly<Partial<Record<ImportKind, string>>> = {
  people: 'registry.person',
  homes: 'registry.home',
  organizations: 'registry.organization',
};
const ownOf = (kind: ImportKind) => (own[kind] === undefined ? {} : { besides: own[kind] });

const chosenOf = (fields: Entered['fields']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, column]) => (column === undefined ? [] : [[field, column]])),
  );

const wordsOf = (words: Words = {}): Record<string, Record<string, string>> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([field, meant]) => {
      const chosen = chosenOf(meant ?? {});
      return Object.keys(chosen).length === 0 ? [] : [[field, chosen]];
    }),
  );
