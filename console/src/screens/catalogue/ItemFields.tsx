import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { DataItem, FIELD_NAME } from '@fengqiao/contract/catalogue/resources.ts';
import { itemTypes } from '@fengqiao/contract/catalogue/words.ts';
import { grades } from '@fengqiao/contract/grades.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { texts as common } from '../../parts/texts.ts';
import { Held } from '../../parts/Held.tsx';
import { useRested } from '../../parts/rested.ts';
import { limitsOf } from '../../parts/form/limits.ts';
import { pageTexts, proposeTexts as texts } from './texts.ts';

const { zh, en } = DataItem.properties;
const must = { required: true, message: t(common.required) };
const heads: readonly Both[] = [
  texts.fieldName,
  texts.zh,
  texts.en,
  pageTexts.type,
  pageTexts.length,
  pageTexts.grade,
  pageTexts.required,
];
const MOST = 80;

type ItemFieldsProps = {
  /** What is being changed, and the fields it has already. */
  besides?: string;
  known?: readonly string[];
};

/** The fields of the resource, one a line, each with its grade. */
export function ItemFields({ besides, known = [] }: ItemFieldsProps) {
  return (
    <section className="card stack" aria-label={t(texts.fields)}>
      <h2>{t(texts.fields)}</h2>
      <HeldItems known={known} {...(besides === undefined ? {} : { besides })} />
      <div className="item-fields column-heads" aria-hidden>
        {heads.map((head) => (
          <span key={head.en}>{t(head)}</span>
        ))}
      </div>
      <Form.List name="items">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: at }) => (
              <ItemLine key={key} at={at} {...(rows.length > 1 ? { onDrop: () => remove(at) } : {})} />
            ))}
            {rows.length < MOST && (
              <Button
                style={{ alignSelf: 'start' }}
                icon={<PlusOutlined aria-hidden />}
                onClick={() => add({ type: 'text', grade: 1, required: false })}
              >
                {t(texts.addField)}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </section>
  );
}

/** Which of the fields that are added stand in the catalogue already; asked once the typing rests. */
function HeldItems({ besides, known }: { besides?: string; known: readonly string[] }) {
  const items = Form.useWatch<readonly ({ zh?: string } | undefined)[] | undefined>('items') ?? [];
  const names = useRested(items.map((item) => item?.zh ?? '').join('\n')).split('\n');
  const added = names.filter((name) => !known.includes(name));
  return <Held fields={added} {...(besides === undefined ? {} : { besides })} />;
}

function ItemLine({ at, onDrop }: { at: number; onDrop?: () => void }) {
  const shape = { pattern: new RegExp(FIELD_NAME), message: t(texts.fieldNameBad) };
  const said = (label: Both) => `${t(label)} ${at + 1}`;
  return (
    <div className="item-fields">
      <Form.Item name={[at, 'name']} rules={[must, shape]}>
        <Input maxLength={40} aria-label={said(texts.fieldName)} />
      </Form.Item>
      <Form.Item name={[at, 'zh']} rules={[must]}>
        <Input maxLength={limitsOf(zh).max} aria-label={said(texts.zh)} />
      </Form.Item>
      <Form.Item name={[at, 'en']} rules={[must]}>
        <Input maxLength={limitsOf(en).max} aria-label={said(texts.en)} />
      </Form.Item>
      <Form.Item name={[at, 'type']}>
        <Select
          aria-label={said(pageTexts.type)}
          options={keysOf(itemTypes).map((value) => ({ value, label: t(itemTypes[value]) }))}
        />
      </Form.Item>
      <Form.Item name={[at, 'length']}>
        <InputNumber min={1} max={100_000} controls={false} aria-label={said(pageTexts.length)} />
      </Form.Item>
      <Form.Item name={[at, 'grade']}>
        <Select
          aria-label={said(pageTexts.grade)}
          options={Object.entries(grades).map(([value, words]) => ({
            value: Number(value),
            label: `G${value} ${t(words)}`,
          }))}
        />
      </Form.Item>
      <Form.Item name={[at, 'required']} valuePropName="checked">
        <Checkbox aria-label={said(pageTexts.required)} />
      </Form.Item>
      {onDrop !== undefined && (
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t(texts.dropField, { n: at + 1 })}
          onClick={onDrop}
        />
      )}
    </div>
  );
}
