import { App, Button, Form } from 'antd';
import { useNavigate } from 'react-router';
import { importCases, type Mapping, type TableLook } from '@fengqiao/contract/cases/imports.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount } from '@fengqiao/ui/time.ts';
import { Held } from '../../parts/Held.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { ColumnFields } from './ColumnFields.tsx';
import { enteredOf, guess, mappingOf, type Entered } from './mapping.ts';
import { texts } from './texts.ts';
import { WordTables } from './WordTables.tsx';

type MappingFormProps = { file: string; table: TableLook; like: Mapping | null };

/** What the columns and words of a table mean; begins with an earlier mapping, or a guess. */
export function MappingForm({ file, table, like }: MappingFormProps) {
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Entered>();
  const act = useAct(importCases, (run) => void navigate(`/imports/${run.id}`));
  const start = async (dryRun: boolean) => {
    const entered = await form.validateFields().catch(() => null);
    if (entered !== null) act.mutate({ body: { file, mapping: mappingOf(whole(entered), like), dryRun } });
    else form.scrollToField(form.getFieldsError().find(({ errors }) => errors.length > 0)?.name ?? '');
  };
  const sure = () =>
    void modal.confirm({
      title: t(texts.sure, { n: amount(table.rows) }),
      okText: t(texts.forReal),
      onOk: () => void start(false),
    });
  const begin = like === null ? guess(table.columns) : enteredOf(like);
  return (
    <Form<Entered> form={form} layout="vertical" initialValues={begin} className="stack">
      <Held fields={table.columns.map(({ name }) => name)} />
      <ColumnFields table={table} />
      <WordTables table={table} />
      <section className="card stack" aria-label={t(texts.stepRun)}>
        <h2>{t(texts.stepRun)}</h2>
        <p className="hint">{t(texts.runWhy)}</p>
        <Refusal error={act.error} />
        <div className="row">
          <Button type="primary" loading={act.isPending} onClick={() => void start(true)}>
            {t(texts.dryRun)}
          </Button>
          <Button onClick={sure}>{t(texts.forReal)}</Button>
        </div>
      </section>
    </Form>
  );
}

/** A form leaves out what it never showed. */
const whole = (entered: Partial<Entered> & Pick<Entered, 'system'>): Entered => ({
  zone: 'Asia/Shanghai',
  dates: 'ymd',
  crs: 'WGS84',
  columns: {},
  written: {},
  words: {},
  defaults: {},
  others: [],
  ...entered,
});
