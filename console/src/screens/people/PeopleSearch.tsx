import { Button, Form, Input, Select } from 'antd';
import { personKinds } from '@fengqiao/contract/registry/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { filled, keysOf } from '@fengqiao/ui/record.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import type { Sought } from './People.tsx';
import { purposeOptions } from './purposes.ts';
import { texts } from './texts.ts';

const ways = ['name', 'phone', 'idNumber', 'address'] as const;
type Entered = {
  by: (typeof ways)[number];
  words?: string;
  place?: string;
  kind?: Sought['kind'];
  purpose: Sought['purpose'];
};

/** Whom to look for, by what, and for which purpose. */
export function PeopleSearch({
  start,
  onSearch,
}: {
  start: Sought | null;
  onSearch: (sought: Sought) => void;
}) {
  const { of } = useUnits();
  const send = ({ by, words, place, kind, purpose }: Entered) => {
    const isGrid = of(place)?.kind === 'grid';
    onSearch({
      purpose,
      ...filled({ [by]: words?.trim(), kind, ...(isGrid ? { grid: place } : { community: place }) }),
    });
  };
  return (
    <Form<Entered>
      layout="inline"
      className="search-line"
      initialValues={{
        by: 'name',
        purpose: start?.purpose ?? 'register',
        place: start?.grid ?? start?.community,
      }}
      onFinish={send}
    >
      <Form.Item name="by">
        <Select
          style={{ width: 128 }}
          aria-label={t(texts.by)}
          options={ways.map((value) => ({ value, label: t(texts[value]) }))}
        />
      </Form.Item>
      <Form.Item name="words">
        <Input
          allowClear
          maxLength={60}
          style={{ width: 220 }}
          aria-label={t(texts.words)}
          placeholder={t(texts.words)}
          autoComplete="off"
        />
      </Form.Item>
      <Form.Item name="place">
        <UnitSelect
          kinds={['community', 'grid']}
          style={{ width: 170 }}
          aria-label={t(texts.place)}
          placeholder={t(texts.place)}
        />
      </Form.Item>
      <Form.Item name="kind">
        <Select
          allowClear
          style={{ width: 130 }}
          aria-label={t(texts.kind)}
          placeholder={t(texts.kind)}
          options={keysOf(personKinds).map((value) => ({ value, label: t(personKinds[value]) }))}
        />
      </Form.Item>
      <Form.Item name="purpose">
        <Select style={{ width: 230 }} aria-label={t(texts.purpose)} options={purposeOptions()} />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {t(texts.find)}
      </Button>
    </Form>
  );
}
