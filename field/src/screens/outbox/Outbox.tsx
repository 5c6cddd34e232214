import { myConflicts } from '@fengqiao/contract/rounds.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Button, LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Empty } from '@fengqiao/ui/phone/States.tsx';
import { span, stamp } from '@fengqiao/ui/time.ts';
import type { OpState } from '../../offline/base.ts';
import { clockOffset } from '../../offline/clock.ts';
import { syncNow, useSending } from '../../offline/driver.ts';
import { useOps } from '../../offline/phone.ts';
import { Screen } from '../../parts/Screen.tsx';
import { Elsewhere } from './Elsewhere.tsx';
import { OpCard } from './OpCard.tsx';
import { endedWords, texts } from './texts.ts';

/** In the order of what is asked of the worker. */
const parts = [
  ['refused', texts.decide],
  ['waiting', texts.waiting],
  ['aside', texts.notes],
  ['done', texts.arrived],
] as const satisfies readonly (readonly [OpState, unknown])[];

const FAR_OFF_MS = 5 * 60_000;

/** 待上传与冲突: what this phone did and the server has not, in words; nothing goes away unless the worker says so. */
export function Outbox() {
  const ops = useOps();
  const { running } = useSending();
  const open = new Set(ops.filter(({ state }) => state !== 'done').map(({ opId }) => opId));
  const conflicts = useSay(myConflicts, {}).data?.items ?? [];
  const answers = new Map(conflicts.map(({ op, answer }) => [op, answer]));
  const offset = clockOffset() ?? 0;
  return (
    <Screen title={t(texts.title)} back="/">
      <Sending />
      {Math.abs(offset) > FAR_OFF_MS && (
        <p className="notice warn">{t(texts.clockOff, { span: span(Math.abs(offset)) })}</p>
      )}
      {ops.length === 0 && (
        <Empty action={<LinkButton to="/">{t(texts.home)}</LinkButton>}>{t(texts.nothing)}</Empty>
      )}
      {parts.map(([state, title]) => {
        const shown = ops.filter((op) => op.state === state);
        return shown.length === 0 ? null : (
          <section key={state} className="stack" aria-labelledby={state}>
            <h2 id={state}>
              {t(title)} ({shown.length})
            </h2>
            {state === 'refused' && <p>{t(texts.decideHow)}</p>}
            {shown.map((op) => (
              <OpCard
                key={op.opId}
                op={op}
                answer={answers.get(op.opId) ?? null}
                isBlocked={state === 'waiting' && op.dependsOn.some((id) => open.has(id))}
              />
            ))}
          </section>
        );
      })}
      <Elsewhere conflicts={conflicts} here={ops} />
      <p className="hint">{t(texts.stored)}</p>
      <div className="foot">
        <Button kind="main" icon="up" busy={running} onPress={() => void syncNow()}>
          {t(texts.now)}
        </Button>
      </div>
    </Screen>
  );
}

/** How the last try ended, and when. */
function Sending() {
  const { running, ended, at } = useSending();
  if (running) return <p role="status">{t(texts.running)}</p>;
  return (
    <p role="status">
      {ended !== null && t(endedWords[ended])} {at !== null && t(texts.at, { at: stamp(new Date(at)) })}
    </p>
  );
}
