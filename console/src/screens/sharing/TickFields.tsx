import { Checkbox, Form } from 'antd';
import type { RequestView } from '@fengqiao/contract/catalogue/requests.ts';
import { t } from '@fengqiao/ui/language.ts';
import { atLeastOne } from '../../parts/form/at-least-one.ts';
import { FieldGrade } from '../catalogue/marks.tsx';

/** Ticks among the fields that were asked for. */
export function TickFields({ share, must, label }: { share: RequestView; must: boolean; label: string }) {
  return (
    <Form.Item name="fields" label={label} rules={must ? [atLeastOne] : []}>
      <Checkbox.Group className="stack tight">
        {share.items.map((item) => (
          <Checkbox key={item.name} value={item.name}>
            {t(item)} <FieldGrade grade={item.grade} />
          </Checkbox>
        ))}
      </Checkbox.Group>
    </Form.Item>
  );
}
