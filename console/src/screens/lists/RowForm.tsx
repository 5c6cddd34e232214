import { App, Button, ConfigProvider, Form, Select } from 'antd';
import { dropRow, putRow } from '@fengqiao/contract/cases.ts';
import { ListRow } from '@fengqiao/contract/cases/list-row.ts';
import { bases, checkMethods, classes, duties, grades, placeKinds } from '@fengqiao/contract/cases/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { timeUnits } from '@fengqiao/ui/time.ts';
import { ActForm, useDone } from '../../parts/form/ActForm.tsx';
import {
  ChoiceField,
  LineField,
  NumberField,
  SwitchField,
  UnitField,
  WordsField,
} from '../../parts/form/Fields.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { EvidenceRules } from './EvidenceRules.tsx';
import { certainties, elastics, row as words, texts } from './texts.ts';

type Entered = Omit<ListRow, 'hours'> & { hoursFrom?: number; hoursTo?: number };
const { properties: of } = ListRow;

const fresh: Partial<Entered> = {
  duty: 'basic',
  class: 'service',
  basis: 'statutory',
  co: [],
  grade: 'B',
  limit: { value: 5, unit: 'work_day' },
  elastic: 'N',
  elasticReason: '',
  placeKinds: [],
  communities: [],
  registerCondition: '',
  closeCondition: '',
  checkMethods: ['onsite'],
  verifyPublic: true,
  onTheSpot: false,
  selfGovernance: false,
  residentVisible: true,
  sensitive: false,
  exitRoute: '',
  evidence: [{ stage: 'handle', kind: 'photo', least: 1 }],
  keywords: [],
  gbRef: '',
  source: '',
  certainty: 'D',
};

const startOf = (row: ListRow | null): Partial<Entered> => {
  if (row === null) return fresh;
  const { hours, ...rest } = row;
  return { ...rest, ...(hours === null ? {} : { hoursFrom: hours[0], hoursTo: hours[1] }) };
};

const rowOf = ({ hoursFrom, hoursTo, ...entered }: Entered): ListRow => ({
  ...fresh,
  ...entered,
  elasticReason: entered.elasticReason ?? '',
  exitRoute: entered.exitRoute ?? '',
  gbRef: entered.gbRef ?? '',
  source: entered.source ?? '',
  registerCondition: entered.registerCondition ?? '',
  closeCondition: entered.closeCondition ?? '',
  hours:
    hoursFrom === undefined || hoursTo === undefined || hoursFrom === null || hoursTo === null
      ? null
      : [hoursFrom, hoursTo],
});

type RowFormProps = { version: number; row: ListRow | null; writable: boolean; onDone: () => void };

/** One row whole: who answers, when it holds, how it is done and closed. */
export function RowForm({ version, row, writable, onDone }: RowFormProps) {
  const done = useDone();
  const act = useAct(putRow, () => {
    done(words.save);
    onDone();
  });
  return (
    <div className={writable ? '' : 'read-only'}>
      {!writable && (
        <p className="hint small" style={{ marginBottom: 12 }}>
          {t(texts.readOnly)}
        </p>
      )}
      <ConfigProvider componentDisabled={!writable}>
        <ActForm<Entered>
          send={words.save}
          act={act}
          start={startOf(row)}
          onSend={(entered) =>
            act.mutate({
              params: { version, rowKey: entered.rowKey },
              body: { ...rowOf(entered), ...(row?.asks === undefined ? {} : { asks: row.asks }) },
            })
          }
        >
          <What known={row !== null} />
          <h3>{t(words.who)}</h3>
          <Who />
          <h3>{t(words.fits)}</h3>
          <When />
          <h3>{t(words.how)}</h3>
          <How />
        </ActForm>
      </ConfigProvider>
      {!writable && <Button onClick={onDone}>{t(common.close)}</Button>}
      {writable && row !== null && <Remove version={version} rowKey={row.rowKey} onDone={onDone} />}
    </div>
  );
}

function What({ known }: { known: boolean }) {
  return (
    <div className="row-grid">
      <LineField
        name="rowKey"
        label={words.rowKey}
        {...(known ? {} : { says: words.rowKeySays })}
        of={of.rowKey}
      />
      <LineField name="type" label={words.type} of={of.type} />
      <LineField name="zh" label={words.zh} of={of.zh} />
      <LineField name="en" label={words.en} of={of.en} />
      <LineField name="majorZh" label={words.majorZh} of={of.majorZh} />
      <LineField optional name="gbRef" label={words.gbRef} of={of.gbRef} />
    </div>
  );
}

function Who() {
  return (
    <div className="row-grid">
      <ChoiceField drop name="duty" label={words.duty} among={duties} />
      <ChoiceField drop name="basis" label={words.basis} among={bases} />
      <UnitField byPlace name="lead" label={words.lead} />
      <UnitField optional many byPlace name="co" label={words.co} />
    </div>
  );
}

function When() {
  return (
    <div className="row-grid">
      <Form.Item name="placeKinds" label={t(words.placeKinds)}>
        <Select
          mode="multiple"
          options={keysOf(placeKinds).map((value) => ({ value, label: t(placeKinds[value]) }))}
          aria-label={t(words.placeKinds)}
        />
      </Form.Item>
      <UnitField optional many kinds={['community']} name="communities" label={words.communities} />
      <NumberField optional name="hoursFrom" label={words.hoursFrom} min={0} max={23} />
      <NumberField optional name="hoursTo" label={words.hoursTo} min={0} max={23} />
      <WordsField
        optional
        rows={2}
        name="registerCondition"
        label={words.registerCondition}
        of={of.registerCondition}
      />
      <Form.Item name="keywords" label={t(words.keywords)} extra={t(words.keywordsSays)}>
        <Select mode="tags" open={false} suffixIcon={null} aria-label={t(words.keywords)} />
      </Form.Item>
    </div>
  );
}

function How() {
  return (
    <div className="row-grid">
      <ChoiceField drop name="class" label={words.class} among={classes} />
      <ChoiceField drop name="grade" label={words.grade} among={grades} />
      <NumberField name={['limit', 'value']} label={words.limitValue} min={0.25} max={2000} />
      <ChoiceField drop name={['limit', 'unit']} label={words.limitUnit} among={timeUnits} />
      <ChoiceField drop name="elastic" label={words.elastic} among={elastics} />
      <LineField optional name="elasticReason" label={words.elasticReason} of={of.elasticReason} />
      <WordsField
        optional
        rows={2}
        name="closeCondition"
        label={words.closeCondition}
        of={of.closeCondition}
      />
      <WordsField optional rows={2} name="exitRoute" label={words.exitRoute} of={of.exitRoute} />
      <Form.Item name="checkMethods" label={t(words.checkMethods)} rules={[{ required: true }]}>
        <Select
          mode="multiple"
          options={keysOf(checkMethods).map((value) => ({ value, label: t(checkMethods[value]) }))}
          aria-label={t(words.checkMethods)}
        />
      </Form.Item>
      <EvidenceRules />
      <div className="row-switches">
        <SwitchField name="verifyPublic" label={words.verifyPublic} />
        <SwitchField name="onTheSpot" label={words.onTheSpot} />
        <SwitchField name="selfGovernance" label={words.selfGovernance} />
        <SwitchField name="residentVisible" label={words.residentVisible} />
        <SwitchField name="sensitive" label={words.sensitive} />
      </div>
      <LineField optional name="source" label={words.source} of={of.source} />
      <ChoiceField drop name="certainty" label={words.certainty} among={certainties} />
    </div>
  );
}

function Remove({ version, rowKey, onDone }: { version: number; rowKey: string; onDone: () => void }) {
  const { modal } = App.useApp();
  const act = useAct(dropRow, onDone);
  const sure = () =>
    void modal.confirm({
      title: `${t(texts.remove)} ${rowKey}`,
      okText: t(texts.remove),
      okButtonProps: { danger: true },
      onOk: () => act.mutate({ params: { version, rowKey } }),
    });
  return (
    <div className="stack" style={{ marginTop: 12 }}>
      <div>
        <Button danger loading={act.isPending} onClick={sure}>
          {t(texts.remove)}
        </Button>
      </div>
      <Refusal error={act.error} />
    </div>
  );
}
