import {
  liftLegalHold,
  listLegalHolds,
  placeLegalHold,
  type LegalHoldView,
} from '@fengqiao/contract/retention.ts';
import { useAct, useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { Feed } from '../../parts/Feed.tsx';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { LineField, WordsField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { texts } from './texts.ts';

/** What may not be erased for now, by whose order. */
export function Holds() {
  const may = mayCall(useMe(), placeLegalHold);
  const list = useMore(listLegalHolds, (after) => ({
    query: { limit: 20, ...(after === undefined ? {} : { after }) },
  }));
  return (
    <div className="stack">
      {may && (
        <div>
          <OpenForm label={texts.place}>{(close) => <Place onDone={close} />}</OpenForm>
        </div>
      )}
      <Feed list={list} label={t(texts.holds)} empty={t(texts.noHolds)} keyOf={(one) => one.id}>
        {(hold) => <Hold hold={hold} may={may} />}
      </Feed>
    </div>
  );
}

function Hold({
  hold: { id, subject, basis, reason, placedAt, liftedAt, liftReason, mine },
  may,
}: {
  hold: LegalHoldView;
  may: boolean;
}) {
  return (
    <article className="row between" aria-label={basis}>
      <div className="grow">
        <span className="row wrap">
          <span className={`mark ${liftedAt === null ? 'warn' : ''}`}>
            {t(liftedAt === null ? texts.stands : texts.lifted)}
          </span>
          <strong>{basis}</strong>
        </span>
        <p className="said">{reason}</p>
        {liftReason !== null && <p>{liftReason}</p>}
        <span className="small hint">
          {stamp(placedAt)}
          {liftedAt !== null && ` → ${stamp(liftedAt)}`} · {t(texts.about, { id: subject })}
        </span>
      </div>
      {liftedAt === null &&
        (mine ? (
          <span className="hint small">{t(texts.ownHold)}</span>
        ) : (
          may && <OpenForm label={texts.lift}>{(close) => <Lift id={id} onDone={close} />}</OpenForm>
        ))}
    </article>
  );
}

function Place({ onDone }: { onDone: () => void }) {
  const act = useAct(placeLegalHold, onDone);
  const { subject, basis, reason } = placeLegalHold.body.properties;
  return (
    <ActForm<{ subject: string; basis: string; reason: string }>
      send={texts.place}
      act={act}
      onSend={(body) => act.mutate({ body })}
      onCancel={onDone}
    >
      <LineField name="subject" label={texts.subject} of={subject} />
      <LineField name="basis" label={texts.basis} of={basis} />
      <WordsField name="reason" label={texts.reason} of={reason} />
    </ActForm>
  );
}

function Lift({ id, onDone }: { id: string; onDone: () => void }) {
  const act = useAct(liftLegalHold, onDone);
  return (
    <ActForm<{ reason: string }>
      send={texts.lift}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <WordsField name="reason" label={texts.reason} of={liftLegalHold.body.properties.reason} />
    </ActForm>
  );
}
