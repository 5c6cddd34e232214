import { confirmOutside, rejectOutside } from '@fengqiao/contract/catalogue/outside.ts';
import type { OutsideAnswer } from '@fengqiao/contract/catalogue/outside-view.ts';
import type { RequestView } from '@fengqiao/contract/catalogue/requests.ts';
import {
  outsideOutcomes,
  outsideStates,
  outsideWays,
  refusalGrounds,
} from '@fengqiao/contract/catalogue/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { fileUrl } from '@fengqiao/ui/upload.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { WhyButton } from '../../parts/WhyButton.tsx';
import { outsideTexts as texts } from './outside-texts.ts';

/** What came through a platform of an upper level or by letter, and who of the asking unit stands behind it. */
export function OutsideCard({ share }: { share: RequestView }) {
  if (share.outside.length === 0) return null;
  return (
    <section className="card stack" aria-label={t(texts.title)}>
      <h2>{t(texts.title)}</h2>
      {share.outside.map((one) => (
        <Answered key={one.id} one={one} share={share} />
      ))}
    </section>
  );
}

const tones = { recorded: 'warn', confirmed: 'good', rejected: '' } as const;

function Answered({ one, share }: { one: OutsideAnswer; share: RequestView }) {
  const me = useMe();
  const named = share.items.filter(({ name }) => one.fields.includes(name)).map((item) => t(item));
  return (
    <article className="stack tight" aria-label={one.reference}>
      <span className="row wrap">
        <span className={`mark ${tones[one.state]}`}>{t(outsideStates[one.state])}</span>
        <strong>{t(outsideOutcomes[one.outcome])}</strong>
        <span>{t(outsideWays[one.through])}</span>
        <span className="number">{one.reference}</span>
        <span className="number hint">{one.answeredOn}</span>
      </span>
      {named.length > 0 && <span>{listed(named)}</span>}
      {one.ground !== null && <span>{t(refusalGrounds[one.ground])}</span>}
      <p className="prose">{one.text}</p>
      <span className="hint small row wrap">
        {t(texts.by, { name: one.by, at: stamp(one.recordedAt) })}
        {one.decidedBy !== null && one.decidedAt !== null && (
          <span>
            {t(outsideStates[one.state])} ·{' '}
            {t(texts.decided, { name: one.decidedBy, at: stamp(one.decidedAt) })}
          </span>
        )}
        {one.file !== null && <a href={fileUrl(one.file)}>{t(texts.openFile)}</a>}
      </span>
      {one.why !== null && <p className="prose hint">{one.why}</p>}
      {one.state === 'recorded' && me.unit === share.row.requester && mayCall(me, confirmOutside) && (
        <Decide share={share} />
      )}
    </article>
  );
}

function Decide({ share: { row, may } }: { share: RequestView }) {
  const params = { id: row.id };
  const confirm = useAct(confirmOutside);
  return (
    <div className="row wrap">
      <WhyButton
        type="primary"
        size="small"
        why={may.confirmOutside ? null : texts.second}
        loading={confirm.isPending}
        onClick={() => confirm.mutate({ params })}
      >
        {t(texts.confirm)}
      </WhyButton>
      {may.confirmOutside && (
        <OpenForm label={texts.reject}>{(close) => <Reject id={row.id} onDone={close} />}</OpenForm>
      )}
      <Refusal error={confirm.error} />
    </div>
  );
}

function Reject({ id, onDone }: { id: string; onDone: () => void }) {
  const act = useAct(rejectOutside, onDone);
  return (
    <ActForm<{ reason: string }>
      danger
      send={texts.reject}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <WordsField name="reason" label={texts.rejectWhy} of={rejectOutside.body.properties.reason} />
    </ActForm>
  );
}
