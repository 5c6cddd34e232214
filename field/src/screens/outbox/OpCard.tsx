import { conflictStates, fieldActs } from '@fengqiao/contract/rounds.ts';
import { named, t } from '@fengqiao/ui/language.ts';
import { Badge } from '@fengqiao/ui/phone/Badge.tsx';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { stamp } from '@fengqiao/ui/time.ts';
import { onServer } from '../../offline/clock.ts';
import { wordsOf } from '../../offline/conflicts.ts';
import { syncNow } from '../../offline/driver.ts';
import { sendAgain, setAside, type Op } from '../../offline/outbox.ts';
import { usePhone } from '../../offline/phone.ts';
import { PhotoTile } from '../../parts/PhotoTile.tsx';
import { stateNames, texts } from './texts.ts';

const faces = {
  waiting: ['warn', 'clock'],
  refused: ['bad', 'alert'],
  done: ['good', 'check'],
  aside: ['plain', 'pause'],
} as const;

type Shown = {
  readonly op: Op;
  readonly isBlocked: boolean;
  /** What the community says was done about it. */
  readonly answer?: string | null;
};

/** One act on this phone: what, when, where it is, and what the worker may decide. */
export function OpCard({ op, isBlocked, answer = null }: Shown) {
  const { type, state, payload, madeAt, blobs, refusal, changed } = op;
  const [tone, icon] = faces[state];
  const words = wordsOf(payload.body);
  return (
    <article className="card" aria-label={payload.title}>
      <p className="card-top">
        <strong>{t(fieldActs[type])}</strong>
        <Badge tone={tone} icon={icon}>
          {t(isBlocked ? texts.before : stateNames[state])}
        </Badge>
      </p>
      <p>{payload.title}</p>
      <p className="hint">
        {stamp(new Date(onServer(madeAt)))}
        {blobs.length > 0 && ` · ${t(texts.photos, { n: blobs.length })}`}
      </p>
      {state !== 'done' && words !== '' && words !== payload.title && (
        <p>
          <span className="hint">{t(texts.said)}</span> {words}
        </p>
      )}
      {state !== 'done' && blobs.length > 0 && (
        <ul className="photos">
          {blobs.map((sha256) => (
            <PhotoTile key={sha256} sha256={sha256} name={payload.title} />
          ))}
        </ul>
      )}
      {refusal && state === 'refused' && <p className="error">{t(refusal)}</p>}
      {changed != null && <p className="notice warn">{t(changed)}</p>}
      {answer !== null && (
        <p className="notice good">
          {named(t(conflictStates.settled))}
          {answer}
        </p>
      )}
      {(state === 'refused' || state === 'aside') && <Decide op={op} />}
    </article>
  );
}

function Decide({ op }: { op: Op }) {
  const { phone } = usePhone();
  const { caseId } = op.payload;
  const again = async () => {
    await sendAgain(phone, op);
    await syncNow();
  };
  return (
    <div className="acts">
      {caseId !== undefined && <LinkButton to={`/case/${caseId}`}>{t(texts.see)}</LinkButton>}
      <Button icon="redo" onPress={() => void again()}>
        {t(texts.again)}
      </Button>
      {op.state === 'refused' && (
        <Button kind="quiet" onPress={() => void setAside(phone, op)}>
          {t(texts.aside)}
        </Button>
      )}
    </div>
  );
}
