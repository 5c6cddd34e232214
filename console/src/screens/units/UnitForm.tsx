import { App, Button, Form, Input } from 'antd';
import {
  addUnit,
  changeUnit,
  endUnit,
  unitKinds,
  type UnitKind,
  type UnitView,
} from '@fengqiao/contract/units.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import { ChoiceField, LineField, SwitchField, UnitField, WordsField } from '../../parts/form/Fields.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts } from './texts.ts';

type Entered = {
  id: string;
  kind: UnitKind;
  parent?: string | null;
  name: { zh: string; en: string };
  shortZh: string;
  hasPower?: boolean;
  dutiesZh?: string;
  officialCode?: string | null;
  phone?: string | null;
  address?: string | null;
  window: { from: string; to: string; workdaysOnly?: boolean };
};

const fieldsOf = ({ id: _id, window, ...entered }: Entered) => ({
  kind: entered.kind,
  parent: entered.parent ?? null,
  name: entered.name,
  shortZh: entered.shortZh,
  hasPower: entered.hasPower ?? false,
  dutiesZh: entered.dutiesZh ?? '',
  officialCode: entered.officialCode || null,
  phone: entered.phone || null,
  address: entered.address || null,
  window: { ...window, workdaysOnly: window.workdaysOnly ?? false },
});

/** One unit; its key never changes, what lies below moves with it. */
export function UnitForm({ unit, onDone }: { unit: UnitView | null; onDone: () => void }) {
  const done = useDone();
  const finish = () => {
    done(texts.save);
    onDone();
  };
  const add = useAct(addUnit, finish);
  const change = useAct(changeUnit, finish);
  const send = (entered: Entered) => {
    if (unit === null) add.mutate({ body: { id: entered.id, ...fieldsOf(entered) } });
    else change.mutate({ params: { unit: unit.id }, body: fieldsOf({ ...entered, id: unit.id }) });
  };
  const start: Partial<Entered> =
    unit === null ? { kind: 'internal', window: { from: '09:00', to: '17:00', workdaysOnly: true } } : unit;
  const { properties: of } = addUnit.body;
  return (
    <>
      <ActForm<Entered>
        send={texts.save}
        act={unit === null ? add : change}
        start={start}
        onSend={send}
        onCancel={onDone}
      >
        <div className="row-grid">
          {unit === null && <LineField name="id" label={texts.id} says={texts.idSays} of={of.id} />}
          <ChoiceField drop name="kind" label={texts.kind} among={unitKinds} />
          <LineField name={['name', 'zh']} label={texts.name} of={of.name.properties.zh} />
          <LineField name={['name', 'en']} label={texts.nameEn} of={of.name.properties.en} />
          <LineField name="shortZh" label={texts.short} of={of.shortZh} />
          <UnitField optional name="parent" label={texts.parent} except={unit === null ? [] : [unit.id]} />
          <Form.Item name="phone" label={t(texts.phone)}>
            <Input maxLength={20} inputMode="tel" />
          </Form.Item>
          <Form.Item name="address" label={t(texts.address)}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="officialCode" label={t(texts.code)}>
            <Input maxLength={30} />
          </Form.Item>
          <TimeField name={['window', 'from']} label={texts.from} />
          <TimeField name={['window', 'to']} label={texts.to} />
          <SwitchField name={['window', 'workdaysOnly']} label={texts.workdays} />
          <SwitchField name="hasPower" label={texts.power} />
        </div>
        <WordsField optional name="dutiesZh" label={texts.duties} of={of.dutiesZh} />
      </ActForm>
      {unit !== null && <End unit={unit} onDone={onDone} />}
    </>
  );
}

function TimeField({ name, label }: { name: string[]; label: Both }) {
  return (
    <Form.Item
      name={name}
      label={t(label)}
      rules={[{ required: true, pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: t(texts.wrongTime) }]}
    >
      <Input maxLength={5} />
    </Form.Item>
  );
}

function End({ unit, onDone }: { unit: UnitView; onDone: () => void }) {
  const { modal } = App.useApp();
  const act = useAct(endUnit, onDone);
  const sure = () =>
    void modal.confirm({
      title: `${t(texts.end)} ${t(unit.name)}`,
      content: t(texts.endSure),
      okText: t(texts.end),
      okButtonProps: { danger: true },
      onOk: () => act.mutate({ params: { unit: unit.id } }),
    });
  return (
    <div className="stack" style={{ marginTop: 12 }}>
      <div>
        <Button danger loading={act.isPending} onClick={sure}>
          {t(texts.end)}
        </Button>
      </div>
      <Refusal error={act.error} />
    </div>
  );
}
