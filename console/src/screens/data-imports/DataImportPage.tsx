import { Alert, Button, Progress } from 'antd';
import { DownloadOutlined } from '@ant-design/icons';
import { useParams } from 'react-router';
import { importKinds } from '@fengqiao/contract/registry/columns.ts';
import {
  applyRegistryImport,
  readRegistryImport,
  undoRegistryImport,
  type RegistryImportDetail,
} from '@fengqiao/contract/registry/imports.ts';
import { Reason } from '@fengqiao/contract/shapes.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { amount, stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Differences } from './Differences.tsx';
import { Problems } from './Problems.tsx';
import { StateMark } from './StateMark.tsx';
import { texts } from './texts.ts';
import '../imports/imports.css';

const EVERY_MS = 1500;
const moving = ['checking', 'applying', 'undoing'] as const;
const isMoving = ({ state }: Pick<RegistryImportDetail, 'state'>) => moving.some((one) => one === state);

/** One import: how far it is, what it would do, what is wrong with which row, and what may come next. */
export function DataImportPage() {
  const { id = '' } = useParams();
  const found = useSay(readRegistryImport, { params: { id } });
  return <Answer of={found}>{(one) => <Import one={one} />}</Answer>;
}

function Import({ one }: { one: RegistryImportDetail }) {
  const says = [
    t(importKinds[one.kind]),
    one.source,
    one.asOf,
    `${t(texts.madeAt)} ${stamp(one.madeAt)}`,
  ].join(' · ');
  return (
    <Page title={one.fileName} says={says} extra={<StateMark state={one.state} />}>
      <section className="card stack" aria-label={t(texts.state)}>
        {isMoving(one) && <Moving id={one.id} />}
        {one.error !== null && <Alert type="error" role="alert" showIcon title={t(one.error)} />}
        {one.halted && (
          <Alert
            type="warning"
            role="alert"
            showIcon
            title={t(texts.halted)}
            description={t(texts.haltedWhy)}
          />
        )}
        {one.goOnReason !== null && <span className="hint">{t(texts.goOn, { reason: one.goOnReason })}</span>}
        <Counts one={one} />
        <Next one={one} />
      </section>
      {!isMoving(one) && <Problems one={one} />}
      {one.state === 'checked' && one.created + one.updated > 0 && <Differences id={one.id} />}
    </Page>
  );
}

/** Looks again until it stands still. */
function Moving({ id }: { id: string }) {
  const { data } = useSay(readRegistryImport, { params: { id } }, { everyMs: EVERY_MS });
  const applies = data?.state === 'applying';
  const rows = (applies ? data.appliedRows : data?.doneRows) ?? 0;
  const of = (applies ? data.doneRows : data?.totalRows) ?? null;
  return (
    <div className="stack tight" aria-live="polite">
      <span>
        {of === null
          ? t(texts.rowsOf, { rows: amount(rows) })
          : t(texts.rowsOfAll, { rows: amount(rows), of: amount(Math.max(rows, of)) })}
      </span>
      {of !== null && <Progress percent={shareDone(rows, of)} aria-label={t(texts.progress)} />}
      <span className="hint small">{t(texts.goesOn)}</span>
    </div>
  );
}

/** Whole percent; all is told only when it is over, since how many rows there are is but estimated. */
const shareDone = (rows: number, of: number) => Math.min(99, Math.floor((rows * 100) / Math.max(1, of)));

const figures = ['doneRows', 'created', 'updated', 'unchanged', 'rejected', 'notes'] as const;

function Counts({ one }: { one: RegistryImportDetail }) {
  return (
    <dl className="import-counts">
      {figures.map((name) => (
        <div key={name}>
          <dt>{t(texts[name])}</dt>
          <dd>{amount(one[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Next({ one }: { one: RegistryImportDetail }) {
  const apply = useAct(applyRegistryImport);
  const undo = useAct(undoRegistryImport);
  const params = { id: one.id };
  const says = { created: amount(one.created), updated: amount(one.updated), rejected: amount(one.rejected) };
  return (
    <div className="stack tight">
      {!one.halted && <Refusal error={apply.error} />}
      <div className="row wrap">
        {one.state === 'checked' && !one.halted && (
          <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate({ params, body: {} })}>
            {t(texts.apply)}
          </Button>
        )}
        {one.state === 'checked' && one.halted && (
          <OpenForm label={texts.apply} type="primary" size="middle">
            {(close) => (
              <WithReason
                send="apply"
                act={apply}
                onSend={(reason) => apply.mutate({ params, body: { reason } }, { onSuccess: close })}
                onCancel={close}
              />
            )}
          </OpenForm>
        )}
        {one.state === 'applied' && (
          <OpenForm label={texts.undo} danger size="middle">
            {(close) => (
              <WithReason
                send="undo"
                act={undo}
                onSend={(reason) => undo.mutate({ params, body: { reason } }, { onSuccess: close })}
                onCancel={close}
              />
            )}
          </OpenForm>
        )}
        {one.rejected + one.notes > 0 && (
          <Button icon={<DownloadOutlined aria-hidden />} href={`/api/registry/imports/${one.id}/report`}>
            {t(texts.report)}
          </Button>
        )}
      </div>
      {one.state === 'checked' && <span className="hint small">{t(texts.applyWhy, says)}</span>}
      {one.rejected + one.notes > 0 && <span className="hint small">{t(texts.reportWhy)}</span>}
    </div>
  );
}

type WithReasonProps = {
  send: 'apply' | 'undo';
  act: { readonly isPending: boolean; readonly error: ReturnType<typeof useAct>['error'] };
  onSend: (reason: string) => void;
  onCancel: () => void;
};

function WithReason({ send, act, onSend, onCancel }: WithReasonProps) {
  return (
    <ActForm<{ reason: string }>
      send={texts[send]}
      act={act}
      danger={send === 'undo'}
      onSend={({ reason }) => onSend(reason)}
      onCancel={onCancel}
    >
      <p className="hint">{t(send === 'undo' ? texts.undoWhy : texts.haltedWhy)}</p>
      <WordsField name="reason" label={texts.reason} of={Reason} />
    </ActForm>
  );
}
