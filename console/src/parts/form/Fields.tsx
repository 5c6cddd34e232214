import { Form, Input, InputNumber, Radio, Select, Switch } from 'antd';
import type { TSchema } from 'typebox';
import type { Both } from '@fengqiao/contract/route.ts';
import type { UnitKind } from '@fengqiao/contract/units.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { TypeSelect } from '../TypeSelect.tsx';
import { texts } from '../texts.ts';
import { UnitSelect } from '../UnitSelect.tsx';
import { limitsOf } from './limits.ts';

type FieldProps = { name: string | (string | number)[]; label: Both; says?: Both; optional?: boolean };

const required = { required: true, message: t(texts.required) };
const itemOf = ({ name, label, says, optional }: FieldProps) => ({
  name,
  label: t(label),
  ...(says === undefined ? {} : { extra: t(says) }),
  rules: optional === true ? [] : [{ ...required, message: t(texts.required) }],
});

/** What is told in English says so, for the fonts and for who has it read aloud. */
const spokenIn = (name: FieldProps['name']) => ([name].flat().at(-1) === 'en' ? { lang: 'en' } : {});

/** Some sentences, within the bounds the contract gives. */
export function WordsField({ of, rows = 3, ...field }: FieldProps & { of: TSchema; rows?: number }) {
  const { min, max } = limitsOf(of);
  const long = {
    validator: async (_: unknown, value: unknown) =>
      typeof value === 'string' && value.trim() !== '' && [...value.trim()].length < min
        ? Promise.reject(new Error(t(texts.tooShort, { min })))
        : Promise.resolve(),
  };
  const item = itemOf(field);
  return (
    <Form.Item {...item} rules={[...item.rules.map((rule) => ({ ...rule, whitespace: true })), long]}>
      <Input.TextArea rows={rows} maxLength={max} showCount={max > 100} {...spokenIn(field.name)} />
    </Form.Item>
  );
}

/** One line of text. */
export function LineField({ of, ...field }: FieldProps & { of: TSchema }) {
  return (
    <Form.Item {...itemOf(field)}>
      <Input maxLength={limitsOf(of).max} {...spokenIn(field.name)} />
    </Form.Item>
  );
}

type UnitFieldProps = FieldProps & {
  many?: boolean;
  kinds?: readonly UnitKind[];
  below?: readonly string[];
  except?: readonly string[];
  byPlace?: boolean;
};

/** A unit of the street, or several. */
export function UnitField({ many = false, byPlace = false, kinds, below, except, ...field }: UnitFieldProps) {
  return (
    <Form.Item {...itemOf(field)}>
      <UnitSelect
        byPlace={byPlace}
        {...(many ? { mode: 'multiple' as const } : {})}
        {...(kinds === undefined ? {} : { kinds })}
        {...(below === undefined ? {} : { below })}
        {...(except === undefined ? {} : { except })}
        aria-label={t(field.label)}
        placeholder={t(texts.choose)}
      />
    </Form.Item>
  );
}

/** A type of the list in force. */
export function TypeField(field: FieldProps) {
  return (
    <Form.Item {...itemOf(field)}>
      <TypeSelect aria-label={t(field.label)} placeholder={t(texts.choose)} />
    </Form.Item>
  );
}

type ChoiceProps<K extends string> = FieldProps & { among: Readonly<Record<K, Both>>; drop?: boolean };

/** One of a few, told in words: all in sight, or in a drop-down when there are many. */
export function ChoiceField<K extends string>({ among, drop = false, ...field }: ChoiceProps<K>) {
  const options = keysOf(among).map((value) => ({ value, label: t(among[value]) }));
  return (
    <Form.Item {...itemOf(field)}>
      {drop ? (
        <Select allowClear options={options} placeholder={t(texts.choose)} aria-label={t(field.label)} />
      ) : (
        <Radio.Group options={options} aria-label={t(field.label)} />
      )}
    </Form.Item>
  );
}

/** Yes or no, each in its own words. */
export function YesNoField({ yes, no, ...field }: FieldProps & { yes: Both; no: Both }) {
  return (
    <Form.Item {...itemOf(field)}>
      <Radio.Group
        optionType="button"
        options={[
          { value: true, label: t(yes) },
          { value: false, label: t(no) },
        ]}
        aria-label={t(field.label)}
      />
    </Form.Item>
  );
}

/** A number within bounds. */
export function NumberField({
  min,
  max,
  unit,
  ...field
}: FieldProps & { min: number; max: number; unit?: string }) {
  return (
    <Form.Item {...itemOf(field)}>
      <InputNumber
        min={min}
        max={max}
        {...(unit === undefined ? {} : { suffix: unit })}
        style={{ width: 180 }}
      />
    </Form.Item>
  );
}

/** A switch beside its words. */
export function SwitchField(field: FieldProps) {
  return (
    <Form.Item
      {...itemOf({ ...field, optional: true })}
      valuePropName="checked"
      layout="horizontal"
      colon={false}
    >
      <Switch />
    </Form.Item>
  );
}
