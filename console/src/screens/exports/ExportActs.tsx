import { useState } from 'react';
import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Refused } from '@fengqiao/contract/client.ts';
import {
  decideExport,
  readExport,
  wipeExport,
  withdrawExport,
  type ExportView,
} from '@fengqiao/contract/exports.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { WordsField, YesNoField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { takeFile } from './take-file.ts';
import { texts } from './texts.ts';

/** What may be done with an export now, as the server says. */
export function ExportActs({ of }: { of: ExportView }) {
  const { id, no, may, mine, downloads } = of;
  return (
    <div className="row wrap no-print">
      {may.download && <Take of={of} />}
      {may.decide && (
        <OpenForm type="primary" label={texts.decide} title={`${t(texts.decide)} ${no}`}>
          {(close) => <Decide id={id} onDone={close} />}
        </OpenForm>
      )}
      {may.withdraw && <Withdraw id={id} />}
      {downloads > 0 && (
        <OpenForm label={texts.history} title={t(texts.historyOf, { no })} width={420}>
          {() => <History id={id} />}
        </OpenForm>
      )}
      {may.wipe && (
        <OpenForm danger label={mine ? texts.wipe : texts.callBack}>
          {(close) => <Wipe id={id} mine={mine} onDone={close} />}
        </OpenForm>
      )}
    </div>
  );
}

function Take({ of: { id, no } }: { of: ExportView }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      await takeFile(id);
      void message.success(t(texts.downloaded, { no }));
    } catch (error) {
      if (error instanceof Refused) void message.error(t(error));
    } finally {
      setBusy(false);
      void client.invalidateQueries();
    }
  };
  return (
    <Button
      type="primary"
      size="small"
      icon={<DownloadOutlined aria-hidden />}
      loading={busy}
      onClick={() => void run()}
    >
      {t(texts.download)}
    </Button>
  );
}

function Withdraw({ id }: { id: string }) {
  const act = useAct(withdrawExport);
  return (
    <Button size="small" loading={act.isPending} onClick={() => act.mutate({ params: { id } })}>
      {t(texts.withdraw)}
    </Button>
  );
}

type Decision = { approve: boolean; answer: string };

function Decide({ id, onDone }: { id: string; onDone: () => void }) {
  const act = useAct(decideExport, onDone);
  return (
    <ActForm<Decision>
      send={texts.decide}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <p className="hint">{t(texts.decideSays)}</p>
      <YesNoField name="approve" label={texts.verdict} yes={texts.approve} no={texts.refuse} />
      <WordsField name="answer" label={texts.answer} of={decideExport.body.properties.answer} />
    </ActForm>
  );
}

function Wipe({ id, mine, onDone }: { id: string; mine: boolean; onDone: () => void }) {
  const act = useAct(wipeExport, onDone);
  return (
    <ActForm<{ reason: string }>
      danger
      send={mine ? texts.wipe : texts.callBack}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <p className="hint">{t(texts.wipeSays)}</p>
      <WordsField name="reason" label={texts.why} of={wipeExport.body.properties.reason} />
    </ActForm>
  );
}

function History({ id }: { id: string }) {
  const found = useSay(readExport, { params: { id } });
  return (
    <Answer of={found}>
      {({ taken }) =>
        taken.length === 0 ? (
          <p className="hint">{t(texts.neverTaken)}</p>
        ) : (
          <dl className="facts">
            {taken.flatMap(({ at, by }) => [
              <dt key={at} className="number">
                {stamp(at)}
              </dt>,
              <dd key={`${at} ${by}`}>{by}</dd>,
            ])}
          </dl>
        )
      }
    </Answer>
  );
}
