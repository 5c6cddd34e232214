import {
  decideErasure,
  erasureGrounds,
  erasureStates,
  listErasures,
  type ErasureAtDesk,
} from '@fengqiao/contract/retention.ts';
import { useAct, useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mayCall, useMe } from '@fengqiao/ui/session.ts';
import { dayOf, stamp } from '@fengqiao/ui/time.ts';
import { Feed } from '../../parts/Feed.tsx';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { WordsField, YesNoField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { texts } from './texts.ts';

/** Requests to be erased; the first due first while they wait. No name is shown, since none is needed to decide. */
export function Erasures({ waiting }: { waiting: boolean }) {
  const list = useMore(listErasures, (after) => ({
    query: { waiting, limit: 20, ...(after === undefined ? {} : { after }) },
  }));
  return (
    <Feed
      list={list}
      label={t(waiting ? texts.waiting : texts.all)}
      empty={t(waiting ? texts.noneWaiting : texts.none)}
      keyOf={(one) => one.id}
    >
      {(one) => <Erasure of={one} />}
    </Feed>
  );
}

/** Enough of a pseudonym to tell two people of a list apart; all of it is in its tip. */
const SHOWN = 6;

const tones = { asked: 'warn', approved: 'warn', refused: '', withdrawn: '', done: 'good' } as const;

function Erasure({ of }: { of: ErasureAtDesk }) {
  const { id, ground, reason, state, askedAt, dueAt, overdue, answer, doneAt, person, account, held } = of;
  const about = person ?? account ?? '';
  return (
    <article className="row between" aria-label={`${t(erasureGrounds[ground])} ${id}`}>
      <div className="grow">
        <span className="row wrap">
          <span className={`mark ${tones[state]}`}>{t(erasureStates[state])}</span>
          {held && <span className="mark urgent">{t(texts.held)}</span>}
          <strong>{t(erasureGrounds[ground])}</strong>
        </span>
        {reason !== '' && <p className="said">{reason}</p>}
        {answer !== null && <p>{answer}</p>}
        <span className="small hint">
          {[
            stamp(askedAt),
            ...(state === 'asked' ? [t(overdue ? texts.overdue : texts.dueBy, { day: dayOf(dueAt) })] : []),
            ...(doneAt === null ? [] : [t(texts.doneAt, { at: stamp(doneAt) })]),
          ].join(' · ')}{' '}
          <span title={about}>· {t(texts.about, { id: `…${about.slice(-SHOWN)}` })}</span>
        </span>
      </div>
      {state === 'asked' && <Deciding of={of} />}
    </article>
  );
}

function Deciding({ of: { id, mine, held } }: { of: ErasureAtDesk }) {
  const may = mayCall(useMe(), decideErasure);
  if (mine) return <span className="hint small">{t(texts.own)}</span>;
  if (!may) return null;
  return (
    <OpenForm type="primary" label={texts.decide}>
      {(close) => <Decide id={id} held={held} onDone={close} />}
    </OpenForm>
  );
}

type Decision = { approve: boolean; answer: string };

function Decide({ id, held, onDone }: { id: string; held: boolean; onDone: () => void }) {
  const act = useAct(decideErasure, onDone);
  return (
    <ActForm<Decision>
      send={texts.decide}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <p className="hint">{t(held ? texts.heldWhy : texts.decideSays)}</p>
      <YesNoField name="approve" label={texts.verdict} yes={texts.approve} no={texts.refuse} />
      <WordsField name="answer" label={texts.answer} of={decideErasure.body.properties.answer} />
    </ActForm>
  );
}
