import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import {
  careOccasions,
  viewCareRecord,
  type CareAct,
  type CareOccasion,
  type CareView,
} from '@fengqiao/contract/care.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ActForm, Inline } from '../../parts/form/ActForm.tsx';
import { ChoiceField, WordsField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Page } from '../../parts/Page.tsx';
import { names } from '../../shell/texts.ts';
import { ChangeMeasures, Close, Decide, DecideHandover, HandOver, Note } from './acts.tsx';
import { Record } from './Record.tsx';
import { texts } from './texts.ts';
import './care.css';

type Asked = { occasion: CareOccasion; reason: string };

/** One record, opened for a reason. What was read stays in this window only and is asked for anew after every act. */
export function CareRecord() {
  const { id = '' } = useParams();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [view, setView] = useState<CareView | null>(null);
  const look = useAct(viewCareRecord, setView);
  const open = (body: Asked) => {
    setAsked(body);
    look.mutate({ params: { id }, body });
  };
  const again = () => {
    if (asked !== null) look.mutate({ params: { id }, body: asked });
  };
  return (
    <Page
      title={t(names.careRecord)}
      extra={
        <>
          {view !== null && <Acts record={view} onDone={again} />}
          <Link to="/care">
            <Button>{t(texts.back)}</Button>
          </Link>
        </>
      }
    >
      {view === null ? <Look act={look} onSend={open} /> : <Record record={view} />}
    </Page>
  );
}

function Look({
  act,
  onSend,
}: {
  act: ReturnType<typeof useAct<typeof viewCareRecord>>;
  onSend: (asked: Asked) => void;
}) {
  return (
    <section className="card" aria-label={t(texts.lookTitle)}>
      <h2>{t(texts.lookTitle)}</h2>
      <Inline value>
        <ActForm<Asked> send={texts.open} act={act} onSend={onSend}>
          <p className="hint care-hint">{t(texts.lookSays)}</p>
          <ChoiceField name="occasion" label={texts.occasion} among={careOccasions} />
          <WordsField
            name="reason"
            label={texts.lookReason}
            of={viewCareRecord.body.properties.reason}
            rows={2}
          />
        </ActForm>
      </Inline>
    </section>
  );
}

type FormOf = (props: { record: CareView; onDone: () => void }) => ReactNode;
const forms: readonly (readonly [CareAct, Both, FormOf])[] = [
  ['decide', texts.decide, ({ record, onDone }) => <Decide id={record.id} onDone={onDone} />],
  [
    'decide_handover',
    texts.handover,
    ({ record, onDone }) => <DecideHandover id={record.id} onDone={onDone} />,
  ],
  ['note', texts.note, Note],
  ['measures', texts.change, ChangeMeasures],
  ['hand_over', texts.handOver, HandOver],
  ['close', texts.close, Close],
];

/** What the server lets this person do with the record, the first of it in colour. */
function Acts({ record, onDone }: { record: CareView; onDone: () => void }) {
  const offered = forms.filter(([act]) => record.may.includes(act));
  return offered.map(([act, label, FormOfAct], at) => (
    <OpenForm key={act} label={label} size="middle" {...(at === 0 ? { type: 'primary' as const } : {})}>
      {(close) => (
        <FormOfAct
          record={record}
          onDone={() => {
            close();
            onDone();
          }}
        />
      )}
    </OpenForm>
  ));
}
