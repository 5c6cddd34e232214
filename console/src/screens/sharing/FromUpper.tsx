import { Button, Form, Select } from 'antd';
import { certainties } from '@fengqiao/contract/certainty.ts';
import { listTemplates } from '@fengqiao/contract/catalogue/requests.ts';
import { FIELD_NAME } from '@fengqiao/contract/catalogue/resources.ts';
import { Text } from '@fengqiao/contract/shapes.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { LineField, SwitchField, UnitField } from '../../parts/form/Fields.tsx';
import { texts as common } from '../../parts/texts.ts';
import { askTexts as texts } from './texts.ts';

const shape = new RegExp(FIELD_NAME);

/** Data of an upper level that stands in no catalogue of ours, begun from a template where one fits. */
export function FromUpper() {
  const form = Form.useFormInstance();
  const { data } = useSay(listTemplates, {});
  const templates = data?.items ?? [];
  const basis = Form.useWatch<string | undefined>('basis', form);
  const template = templates.find((one) => basis?.includes(t(one.basis)) === true);
  const known = templates.flatMap(({ fields }) => fields);
  return (
    <>
      <fieldset className="row wrap" aria-label={t(texts.template)} style={{ marginBottom: 16 }}>
        <span className="hint">{t(texts.template)}</span>
        {templates.map(({ id, name, kind, basis, scenario, fields }) => (
          <Button
            key={id}
            size="small"
            onClick={() =>
              form.setFieldsValue({
                wanted: t(name),
                basis: t(basis),
                scenario: t(scenario),
                isReturn: kind === 'return',
                fields: fields.map((one) => one.name),
              })
            }
          >
            {t(name)}
          </Button>
        ))}
      </fieldset>
      {template !== undefined && (
        <p className={`mark wraps template-basis ${template.read === 'seen' ? 'good' : 'warn'}`}>
          {t(template.basis)} · {t(certainties[template.read])}
        </p>
      )}
      <div className="halves">
        <UnitField name="provider" label={texts.provider} kinds={['district']} />
        <LineField name="wanted" label={texts.wanted} of={Text(2, 200)} />
      </div>
      <Form.Item
        name="fields"
        label={t(texts.fields)}
        extra={t(texts.fieldsSays)}
        rules={[
          { required: true, message: t(common.required) },
          {
            validator: (_, names: string[] = []) =>
              names.every((name) => shape.test(name))
                ? Promise.resolve()
                : Promise.reject(new Error(t(texts.fieldsBad))),
          },
        ]}
      >
        <Select
          mode="tags"
          maxCount={80}
          aria-label={t(texts.fields)}
          options={[...new Map(known.map((one) => [one.name, one])).values()].map((one) => ({
            value: one.name,
            label: `${t(one)} (${one.name})`,
          }))}
        />
      </Form.Item>
      <SwitchField name="isReturn" label={texts.isReturn} says={texts.returnSays} />
    </>
  );
}
