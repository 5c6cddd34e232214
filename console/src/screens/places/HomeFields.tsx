import { Form, Input, InputNumber, Select } from 'antd';
import { homeFields } from '@fengqiao/contract/registry/place-fields.ts';
import { homeUses, type HomeUse } from '@fengqiao/contract/registry/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { texts as common } from '../../parts/texts.ts';

export type HomeEntered = {
  use: HomeUse;
  squareMetres?: number | null;
  rooms?: number | null;
  realEstateUnit?: string;
  houseCode?: string;
};

/** What is written of a home, apart from where it is. */
export function HomeFields() {
  return (
    <div className="thirds">
      <Form.Item
        name="use"
        label={t(homeFields.use)}
        rules={[{ required: true, message: t(common.required) }]}
      >
        <Select
          placeholder={t(common.choose)}
          options={keysOf(homeUses).map((value) => ({ value, label: t(homeUses[value]) }))}
        />
      </Form.Item>
      <Form.Item name="squareMetres" label={t(homeFields.squareMetres)}>
        <InputNumber min={0} max={1_000_000} suffix="㎡" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="rooms" label={t(homeFields.rooms)}>
        <InputNumber min={0} max={10_000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="realEstateUnit" label={t(homeFields.realEstateUnit)}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="houseCode" label={t(homeFields.houseCode)}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
    </div>
  );
}
