import { useState } from 'react';
import { App, Form, Radio, Select } from 'antd';
import { useNavigate } from 'react-router';
import {
  askExport,
  exportFormats,
  exportPurposes,
  previewExport,
  type ExportFormat,
  type ExportPurpose,
  type ExportWhat,
} from '@fengqiao/contract/exports.ts';
import { purposes } from '@fengqiao/contract/purposes.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { ActForm } from '../form/ActForm.tsx';
import { WordsField } from '../form/Fields.tsx';
import { Refusal } from '../Refusal.tsx';
import { Columns } from './Columns.tsx';
import { Preview } from './Preview.tsx';
import { texts } from './texts.ts';

export type Offered = Both & { readonly name: string; readonly grade: number };
type Asked = { purpose: ExportPurpose; reason: string; format: ExportFormat };

/** What the file shall hold, what that weighs, and for what it is needed. */
export function AskExport({
  what,
  offered,
  onDone,
}: {
  what: ExportWhat;
  offered: readonly Offered[];
  onDone: () => void;
}) {
  const [fields, setFields] = useState(() => usual(offered));
  const weighed = useSay(
    previewExport,
    { body: { what, fields } },
    { enabled: fields.length > 0, keepLast: true },
  );
  const { message } = App.useApp();
  const navigate = useNavigate();
  const act = useAct(askExport, ({ no, state }) => {
    void message.success(t(state === 'asked' ? texts.asked : texts.queued, { no }));
    onDone();
    void navigate('/exports');
  });
  const approval = weighed.data?.approval ?? 'none';
  return (
    <ActForm<Asked>
      send={approval === 'none' ? texts.make : texts.send}
      act={act}
      start={{ format: 'xlsx', purpose: 'export' }}
      onSend={(given) => {
        if (fields.length > 0) act.mutate({ body: { what, fields, ...given } });
      }}
      onCancel={onDone}
    >
      <Columns offered={offered} chosen={fields} onChange={setFields} />
      <Refusal error={weighed.error} onAgain={() => void weighed.refetch()} />
      {fields.length > 0 && weighed.data !== undefined && <Preview of={weighed.data} />}
      <Form.Item
        name="purpose"
        label={t(texts.purpose)}
        extra={t(what.source === 'resource' ? texts.sharePurpose : texts.purposeSays)}
        hidden={what.source === 'resource'}
      >
        <Select
          aria-label={t(texts.purpose)}
          options={exportPurposes.map((value) => ({ value, label: t(purposes[value].words) }))}
        />
      </Form.Item>
      <WordsField
        name="reason"
        label={texts.reason}
        says={texts.reasonSays}
        of={askExport.body.properties.reason}
      />
      <Form.Item name="format" label={t(texts.format)}>
        <Radio.Group
          aria-label={t(texts.format)}
          options={keysOf(exportFormats).map((value) => ({ value, label: t(exportFormats[value]) }))}
        />
      </Form.Item>
      <p className="hint small">{t(texts.promise)}</p>
    </ActForm>
  );
}

/** What names nobody is chosen beforehand; whoever needs more says so. */
function usual(offered: readonly Offered[]): string[] {
  const light = offered.filter(({ grade }) => grade < 2);
  return (light.length > 0 ? light : offered.slice(0, 1)).map(({ name }) => name);
}
