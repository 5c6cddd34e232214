import { mandateActs } from '@fengqiao/contract/mandate-acts.ts';
import {
  answerMandate,
  mandateEnds,
  mandateStates,
  revokeMandate,
  type MandateView,
} from '@fengqiao/contract/mandates.ts';
import { actFor } from '@fengqiao/contract/sessions.ts';
import { useState } from 'react';
import { useAct } from '@fengqiao/ui/data.ts';
import { listed, named, t } from '@fengqiao/ui/language.ts';
import { Badge } from '@fengqiao/ui/phone/Badge.tsx';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { Sheet } from '@fengqiao/ui/phone/Sheet.tsx';
import { Failed } from '@fengqiao/ui/phone/States.tsx';
import { longDay, longTime } from '@fengqiao/ui/time.ts';
import { texts } from './texts.ts';

/** Somebody as the other side knows them: 王** 138****5678. */
const nameOf = ({ other }: MandateView) =>
  [other.name, other.phone].filter((part) => part !== null).join(' ') || '—';

/** A question that is for the reader to answer. */
export function Question({ mandate }: { mandate: MandateView }) {
  const act = useAct(answerMandate);
  const asked = mandate.side === 'helper' ? texts.wantsHelper : texts.wantsToHelp;
  const answer = (accept: boolean) => act.mutate({ params: { id: mandate.id }, body: { accept } });
  return (
    <section className="card ask" aria-label={t(texts.waiting)}>
      <strong>{t(asked, { name: nameOf(mandate) })}</strong>
      <Covers mandate={mandate} />
      <p className="hint">{t(texts.stranger)}</p>
      {act.error && <Failed error={act.error} />}
      <div className="row">
        <Button kind="main" busy={act.isPending} onPress={() => answer(true)}>
          {t(texts.accept)}
        </Button>
        <Button busy={act.isPending} onPress={() => answer(false)}>
          {t(texts.decline)}
        </Button>
      </div>
    </section>
  );
}

/** One mandate: what it covers, until when, what was done by it, and how to end it. */
export function Mandate({ mandate, acting }: { mandate: MandateView; acting: string | null }) {
  const { id, side, state, uses, atWindow } = mandate;
  return (
    <article className="card">
      <p className="card-top">
        <strong>{nameOf(mandate)}</strong>
        <Mark mandate={mandate} />
      </p>
      <Covers mandate={mandate} />
      {atWindow && <p className="hint">{t(texts.atWindow)}</p>}
      {state === 'active' && (
        <div>
          <p className="hint">{uses.length === 0 ? t(texts.nothingYet) : t(texts.lately)}</p>
          <ul className="uses">
            {uses.slice(0, 5).map(({ act, at }) => (
              <li key={at}>
                {longTime(at)} {t(mandateActs[act])}
              </li>
            ))}
          </ul>
        </div>
      )}
      {side === 'helper' && state === 'active' && acting !== id && <ActFor id={id} />}
      {acting === id && <p className="hint">{t(texts.actingNow)}</p>}
      {(state === 'active' || state === 'asked') && acting === null && <End mandate={mandate} />}
    </article>
  );
}

const looks = {
  asked: ['warn', 'clock'],
  active: ['good', 'check'],
  declined: ['plain', 'stop'],
  ended: ['plain', 'stop'],
} as const;

function Mark({ mandate: { state, endedHow } }: { mandate: MandateView }) {
  const words = state === 'ended' && endedHow !== null ? mandateEnds[endedHow] : mandateStates[state];
  const [tone, icon] = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(words)}
    </Badge>
  );
}

function Covers({ mandate: { acts, until } }: { mandate: MandateView }) {
  return (
    <>
      <p>
        {named(t(texts.may))}
        {listed(acts.map((act) => t(mandateActs[act])))}
      </p>
      <p className="hint">{t(texts.until, { day: longDay(lastDay(until)) })}</p>
    </>
  );
}

/** A mandate ends with a day, so its last day is the one before its end. */
const lastDay = (until: string) => new Date(Date.parse(until) - 1).toISOString();

function ActFor({ id }: { id: string }) {
  // Everything on screen is about somebody else from here on, so the app begins anew.
  const act = useAct(actFor, () => location.assign('/'));
  return (
    <>
      {act.error && <Failed error={act.error} />}
      <Button
        kind="main"
        icon="people"
        busy={act.isPending}
        onPress={() => act.mutate({ body: { mandate: id } })}
      >
        {t(texts.act)}
      </Button>
    </>
  );
}

function End({ mandate }: { mandate: MandateView }) {
  const [asked, setAsked] = useState(false);
  const act = useAct(revokeMandate, () => setAsked(false));
  const mine = mandate.side === 'principal';
  const word = mandate.state === 'asked' ? texts.takeBack : mine ? texts.revoke : texts.giveUp;
  return (
    <>
      <Button kind="quiet" onPress={() => setAsked(true)}>
        {t(word)}
      </Button>
      {asked && (
        <Sheet title={t(mine ? texts.revokeTitle : word)} onClose={() => setAsked(false)}>
          <p>{t(mine ? texts.revokeWhy : texts.giveUpWhy, { name: nameOf(mandate) })}</p>
          {act.error && <Failed error={act.error} />}
          <Button
            kind="danger"
            wide
            busy={act.isPending}
            onPress={() => act.mutate({ params: { id: mandate.id } })}
          >
            {t(mine && mandate.state === 'active' ? texts.yesRevoke : word)}
          </Button>
        </Sheet>
      )}
    </>
  );
}
