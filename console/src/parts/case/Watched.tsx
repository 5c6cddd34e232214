import { Link } from 'react-router';
import { unmerge } from '@fengqiao/contract/cases.ts';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { checkMethods } from '@fengqiao/contract/cases/words.ts';
import { chained, t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { texts as actTexts } from '../../acts/texts.ts';
import { UndoMerge } from '../../acts/UndoMerge.tsx';
import { OpenForm } from '../form/OpenForm.tsx';
import { ReopeningCard } from './ReopeningCard.tsx';
import { SupervisionCard } from './SupervisionCard.tsx';
import { askKinds, texts } from './texts.ts';
import { ticked } from './unsolved.ts';
import { Things } from './Things.tsx';

/** Who looked at the handling, and what the reporters said afterwards. */
export function Watched({ theCase }: { theCase: CaseView }) {
  const { supervisions, checks, asks, reopenings, merges } = theCase;
  if (supervisions.length + checks.length + asks.length + reopenings.length + merges.length === 0)
    return <p className="card hint">{t(texts.nothingWatched)}</p>;
  return (
    <>
      <Things title={t(texts.reopenings)} of={reopenings}>
        {(one) => <ReopeningCard reopening={one} />}
      </Things>
      <Things title={t(texts.supervisions)} of={supervisions}>
        {(one) => <SupervisionCard supervision={one} />}
      </Things>
      <Things title={t(texts.checks)} of={checks}>
        {(one) => <Check check={one} />}
      </Things>
      <Things title={t(texts.asks)} of={asks}>
        {(one) => <Ask ask={one} />}
      </Things>
      <Things title={t(texts.merges)} of={merges}>
        {(one) => <Merged merge={one} here={theCase.id} />}
      </Things>
    </>
  );
}

function Check({
  check: { passed, sample, method, note, at, drawnAt },
}: {
  check: CaseView['checks'][number];
}) {
  return (
    <>
      <div className="row wrap">
        <span className={passed === null ? 'mark' : passed ? 'mark good' : 'mark urgent'}>
          {t(passed === null ? texts.drawn : passed ? texts.passed : texts.failed)}
        </span>
        {sample && <span className="mark">{t(texts.sample)}</span>}
        {method !== null && <span>{t(checkMethods[method])}</span>}
        <span className="small hint">{stamp(at ?? drawnAt)}</span>
      </div>
      {note !== null && <p className="prose">{note}</p>}
    </>
  );
}

function Ask({
  ask: { kind, asked, askAt, reached, answeredAt, solved, score, reasons, text },
}: {
  ask: CaseView['asks'][number];
}) {
  const state =
    answeredAt !== null
      ? solved === true
        ? texts.solved
        : solved === false
          ? texts.notSolved
          : texts.notReached
      : reached === false
        ? texts.notReached
        : texts.silent;
  const tone = solved === true ? 'good' : solved === false ? 'urgent' : '';
  return (
    <>
      <div className="row wrap">
        <strong>{t(askKinds[kind])}</strong>
        {asked || answeredAt !== null ? (
          <span className={`mark ${tone}`}>{t(state)}</span>
        ) : (
          <span className="mark">{t(texts.toAsk, { at: stamp(askAt) })}</span>
        )}
        {score !== null && <span>{score}/5</span>}
        {answeredAt !== null && <span className="small hint">{stamp(answeredAt)}</span>}
      </div>
      {(reasons.length > 0 || text !== null) && (
        <p className="prose">{chained([ticked(reasons), text ?? ''])}</p>
      )}
    </>
  );
}

function Merged({ merge, here }: { merge: CaseView['merges'][number]; here: string }) {
  const me = useMe();
  const other = merge.intoCase === here ? merge.fromCase : merge.intoCase;
  return (
    <div className="row between">
      <span className="row wrap">
        <Link to={`/cases/${other}`} className="number">
          {merge.intoCase === here ? merge.fromNo : t(texts.openMain)}
        </Link>
        <span className="small hint">{t(texts.mergedAt, { at: stamp(merge.at) })}</span>
        {merge.undoneAt !== null && (
          <span className="mark">
            {t(texts.undone)} {stamp(merge.undoneAt)}
          </span>
        )}
      </span>
      {merge.undoneAt === null && mayCall(me, unmerge) && (
        <OpenForm danger label={actTexts.undoMerge}>
          {(close) => <UndoMerge merge={merge.id} onDone={close} />}
        </OpenForm>
      )}
    </div>
  );
}
