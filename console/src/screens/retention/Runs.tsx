import { decideRun, keepings, listRuns, runStates, type RunView } from '@fengqiao/contract/retention.ts';
import { useAct, useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { dayOf, stamp } from '@fengqiao/ui/time.ts';
import { Feed } from '../../parts/Feed.tsx';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { WordsField, YesNoField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { texts } from './texts.ts';
import './retention.css';

/** What was counted and what was done by the timers, newest first. */
export function Runs() {
  const list = useMore(listRuns, (after) => ({
    query: { limit: 20, ...(after === undefined ? {} : { after }) },
  }));
  return (
    <Feed list={list} label={t(texts.runs)} empty={t(texts.noRuns)} keyOf={(run) => run.id}>
      {(run) => <Run run={run} />}
    </Feed>
  );
}

const tones = {
  dry: 'warn',
  approved: 'warn',
  running: 'warn',
  done: 'good',
  refused: '',
  stale: '',
} as const;

function Run({ run }: { run: RunView }) {
  const { kind, state, counted, taken, held, before, note, madeAt, madeBy, endedAt } = run;
  const said = [
    t(madeBy === null ? texts.byRound : texts.byHand, { at: stamp(madeAt) }),
    t(texts.reached, { day: dayOf(before) }),
    ...(held === 0 ? [] : [t(texts.heldBack, { n: held })]),
    ...(endedAt === null ? [] : [t(texts.endedAt, { at: stamp(endedAt) })]),
  ];
  return (
    <article className="row between" aria-label={t(keepings[kind].words)}>
      <div className="grow">
        <span className="row wrap">
          <span className={`mark ${tones[state]}`}>{t(runStates[state])}</span>
          <strong>{t(keepings[kind].words)}</strong>
          <span>
            {state === 'running' || state === 'done'
              ? t(texts.takenOf, { taken, counted })
              : t(texts.counted, { n: counted })}
          </span>
        </span>
        {note !== null && <p className="said">{note}</p>}
        <span className="small hint">{said.join(' · ')}</span>
      </div>
      {state === 'dry' && <Deciding run={run} />}
    </article>
  );
}

function Deciding({ run }: { run: RunView }) {
  const may = mayCall(useMe(), decideRun);
  if (run.mine) return <span className="hint small">{t(texts.ownRun)}</span>;
  return (
    <OpenForm type={may ? 'primary' : 'default'} label={may ? texts.lookAndDecide : texts.look}>
      {(close) => (
        <div className="stack">
          <Sample run={run} />
          {may && <Decide id={run.id} onDone={close} />}
        </div>
      )}
    </OpenForm>
  );
}

/** Some of what would go, by number and day. */
function Sample({ run: { kind, counted, before, sample } }: { run: RunView }) {
  return (
    <section aria-label={t(texts.sample)}>
      <p>
        <strong>{t(keepings[kind].words)}</strong>
      </p>
      <p>{t(texts.wouldGo, { n: counted, day: dayOf(before), from: t(keepings[kind].from) })}</p>
      {sample.length > 0 && (
        <>
          <p className="hint small">{t(texts.sampleSays, { n: sample.length })}</p>
          <ul className="sample">
            {sample.map(({ name, at }, n) => (
              <li key={`${name}-${n}`}>
                <span>{name}</span>
                <span className="hint">{dayOf(at)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Decide({ id, onDone }: { id: string; onDone: () => void }) {
  const act = useAct(decideRun, onDone);
  return (
    <ActForm<{ approve: boolean; note: string }>
      send={texts.decide}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <p className="hint">{t(texts.runSays)}</p>
      <YesNoField name="approve" label={texts.verdict} yes={texts.letRun} no={texts.stopRun} />
      <WordsField name="note" label={texts.note} of={decideRun.body.properties.note} />
    </ActForm>
  );
}
