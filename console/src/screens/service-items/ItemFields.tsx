import { Button, Checkbox, Form, Input, Select } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { changeService, lifeEventNames, lifeEvents, ServiceBody } from '@fengqiao/contract/services.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { LineField, UnitField, WordsField } from '../../parts/form/Fields.tsx';
import { Held } from '../../parts/Held.tsx';
import { useRested } from '../../parts/rested.ts';
import { texts as common } from '../../parts/texts.ts';
import { FromField } from './FromField.tsx';
import { texts } from './texts.ts';
import '../lists/lists.css';

const { properties: of } = ServiceBody;

/** Everything an item says, and from when and why. */
export function ItemFields({ today }: { today: string }) {
  return (
    <>
      <div className="row-grid">
        <LineField name={['name', 'zh']} label={texts.nameZh} of={of.name.properties.zh} />
        <LineField name={['name', 'en']} label={texts.nameEn} of={of.name.properties.en} />
      </div>
      <Form.Item
        name="events"
        label={t(texts.events)}
        rules={[{ required: true, message: t(common.required) }]}
      >
        <Select
          mode="multiple"
          aria-label={t(texts.events)}
          options={lifeEventNames.map((value) => ({ value, label: t(lifeEvents[value]) }))}
        />
      </Form.Item>
      <ToldField name="who" label={texts.who} required />
      <BringFields />
      <div className="row-grid">
        <UnitField byPlace name="accepts" label={texts.accepts} />
        <UnitField byPlace name="decides" label={texts.decides} />
      </div>
      <CounterFields />
      <ToldField name="term" label={texts.term} />
      <ToldField name="money" label={texts.money} />
      <ToldField name="basis" label={texts.basis} />
      <ToldField name="note" label={texts.note} plain />
      <FromField today={today} />
      <WordsField name="reason" label={texts.reason} of={changeService.body.properties.reason} />
    </>
  );
}

type ToldProps = { name: string; label: Both; required?: boolean; plain?: boolean };

/** Something said in both languages, and whether it was checked against the text. */
function ToldField({ name, label, required = false, plain = false }: ToldProps) {
  const rules = required ? [{ required: true, message: t(common.required) }] : [];
  return (
    <fieldset className="told-field">
      <legend>{t(label)}</legend>
      <div className="row-grid">
        <Form.Item name={[name, 'zh']} label={t(texts.zh)} rules={rules}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
        </Form.Item>
        <Form.Item name={[name, 'en']} label={t(texts.en)} rules={rules}>
          <Input.TextArea lang="en" autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
        </Form.Item>
      </div>
      {!plain && (
        <Form.Item name={[name, 'sure']} valuePropName="checked" extra={t(texts.sureSays)}>
          <Checkbox>{t(texts.sure)}</Checkbox>
        </Form.Item>
      )}
    </fieldset>
  );
}

type Line = { zh?: string; shared?: boolean } | undefined;

/** Papers that people are asked to bring though the street holds what stands on them. */
function HeldPapers() {
  const lines = Form.useWatch<readonly Line[] | undefined>('bring') ?? [];
  const asked = lines.filter((line) => line?.shared !== true).map((line) => line?.zh ?? '');
  return <Held fields={useRested(asked.join('\n')).split('\n')} />;
}

/** What to bring, a line each. */
function BringFields() {
  const rules = [{ required: true, whitespace: true, message: t(common.required) }];
  return (
    <fieldset className="told-field">
      <legend>{t(texts.bring)}</legend>
      <HeldPapers />
      <Form.List name="bring">
        {(lines, { add, remove }) => (
          <>
            {lines.map(({ key, name }) => (
              <div key={key} className="bring-line">
                <Form.Item name={[name, 'zh']} rules={rules}>
                  <Input maxLength={120} aria-label={`${t(texts.bring)} ${name + 1} ${t(texts.zh)}`} />
                </Form.Item>
                <Form.Item name={[name, 'en']} rules={rules}>
                  <Input
                    lang="en"
                    maxLength={120}
                    aria-label={`${t(texts.bring)} ${name + 1} ${t(texts.en)}`}
                  />
                </Form.Item>
                <Form.Item name={[name, 'shared']} valuePropName="checked" className="bring-shared">
                  <Checkbox>{t(texts.bringShared)}</Checkbox>
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={`${t(texts.bringDrop)} ${name + 1}`}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ shared: false })}>
              {t(texts.bringAdd)}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

const time = () => [{ pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: t(texts.timeWrong) }];

/** Where the counter of the item differs from that of its unit. */
const CounterFields = () => (
  <fieldset className="told-field">
    <legend>{t(texts.counter)}</legend>
    <div className="row-grid">
      <Form.Item name="phone" label={t(texts.phone)}>
        <Input maxLength={20} inputMode="tel" />
      </Form.Item>
      <Form.Item name="address" label={t(texts.address)}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="hoursFrom" label={t(texts.opens)} rules={time()}>
        <Input maxLength={5} placeholder="09:00" />
      </Form.Item>
      <Form.Item name="hoursTo" label={t(texts.closes)} rules={time()}>
        <Input maxLength={5} placeholder="17:00" />
      </Form.Item>
    </div>
    <Form.Item name="workdaysOnly" valuePropName="checked">
      <Checkbox>{t(texts.workdays)}</Checkbox>
    </Form.Item>
  </fieldset>
);
