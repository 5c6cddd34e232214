import { useState } from 'react';
import { Form, Select } from 'antd';
import { Link } from 'react-router';
import { listAssessments } from '@fengqiao/contract/catalogue/assessments.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { texts as common } from '../../parts/texts.ts';
import { proposeTexts as texts } from './texts.ts';

/** The impact assessment behind personal data, chosen from the register and never typed. */
export function AssessmentField() {
  return (
    <Form.Item
      name="assessmentNo"
      label={t(texts.assessmentNo)}
      rules={[{ required: true, message: t(common.choose) }]}
      extra={<Link to="/catalogue/assessments">{t(texts.assessmentSays)}</Link>}
    >
      <AssessmentSelect />
    </Form.Item>
  );
}

type SelectProps = { id?: string; value?: string; onChange?: (no: string) => void };

function AssessmentSelect({ id, value, onChange }: SelectProps) {
  const [q, setQ] = useState('');
  const found = useSay(
    listAssessments,
    { query: { limit: 30, ...(q.trim() === '' ? {} : { q: q.trim() }) } },
    { keepLast: true },
  );
  const items = found.data?.items ?? [];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch={{ filterOption: false, onSearch: setQ }}
      aria-label={t(texts.assessmentNo)}
      placeholder={t(texts.chooseAssessment)}
      value={value ?? null}
      loading={found.isFetching}
      options={items.map(({ no, activity, conclusion }) => ({
        value: no,
        label: `${no} · ${activity}`,
        disabled: conclusion === 'not_acceptable',
      }))}
      onChange={(picked: string | null) => {
        if (picked !== null) onChange?.(picked);
      }}
    />
  );
}
