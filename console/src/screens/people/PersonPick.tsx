import { useState } from 'react';
import { Input, Radio, Select, Space } from 'antd';
import { searchPeople, type PersonSummary } from '@fengqiao/contract/registry/people.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts } from './texts.ts';

const ways = ['name', 'phone', 'idNumber', 'address'] as const;
const MOST = 10;

type Props = {
  id?: string | undefined;
  value?: string | undefined;
  onChange?: ((person: string | undefined) => void) | undefined;
};

/** Somebody of the registry within reach, looked for in a form and chosen among those found, masked; the search is on record. */
export function PersonPick({ id, value, onChange }: Props) {
  const [by, setBy] = useState<(typeof ways)[number]>('name');
  const act = useAct(
    searchPeople,
    () => {
      if (value !== undefined) onChange?.(undefined);
    },
    { reveals: true },
  );
  const look = (words: string) => {
    if (words.trim() !== '') act.mutate({ body: { purpose: 'register', [by]: words.trim(), limit: MOST } });
  };
  return (
    <div className="stack tight">
      <Space.Compact block>
        <Select
          style={{ width: 128 }}
          value={by}
          onChange={setBy}
          aria-label={t(texts.by)}
          options={ways.map((way) => ({ value: way, label: t(texts[way]) }))}
        />
        <Input.Search
          id={id}
          maxLength={60}
          autoComplete="off"
          aria-label={t(texts.words)}
          placeholder={t(texts.words)}
          enterButton={t(texts.find)}
          loading={act.isPending}
          onPressEnter={(event) => event.preventDefault()}
          onSearch={look}
        />
      </Space.Compact>
      <Refusal error={act.error} />
      <div aria-live="polite">
        {act.data !== undefined && <Found people={act.data.items} value={value} onChange={onChange} />}
      </div>
    </div>
  );
}

type FoundProps = Pick<Props, 'value' | 'onChange'> & { people: readonly PersonSummary[] };

function Found({ people, value, onChange }: FoundProps) {
  if (people.length === 0) return <span className="hint">{t(texts.empty)}</span>;
  return (
    <Radio.Group
      className="stack tight"
      value={value}
      onChange={({ target }) => onChange?.(String(target.value))}
    >
      {people.map(({ id, name, phone, building }) => (
        <Radio key={id} value={id}>
          <span className="number">
            {[name, phone, building].filter((part) => part !== null).join(' · ')}
          </span>
        </Radio>
      ))}
    </Radio.Group>
  );
}
