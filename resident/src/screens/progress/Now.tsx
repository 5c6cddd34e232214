import type { Progress } from './follow.ts';
import { t } from '@fengqiao/ui/language.ts';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { left, longTime, span } from '@fengqiao/ui/time.ts';
import { texts } from './texts.ts';

const aMinute = 60_000;

/** How long a unit has had it, in words; nothing in its first minute. */
function heldFor(since: string | null): string {
  const held = since === null ? 0 : Date.now() - Date.parse(since);
  return held < aMinute ? '' : span(held);
}

/** Who holds it now, for how long, and until when. */
export function Holder({ progress: { holder, heldSince, dueAt, lateSince, state } }: { progress: Progress }) {
  const held = heldFor(heldSince);
  const over = state === 'closed' || state === 'archived' || state === 'declined' || state === 'voided';
  if (over || holder === null) return null;
  return (
    <section className={lateSince === null ? 'notice river' : 'notice bad'} aria-label={t(texts.now)}>
      <p>
        {t(texts.holds, { unit: t(holder) })}
        {held !== '' && ` · ${t(texts.since, { span: held })}`}
      </p>
      {dueAt && state !== 'held' && (
        <p>
          <Icon name="clock" /> {t(texts.due, { at: longTime(dueAt), left: left(dueAt).words })}
        </p>
      )}
      {lateSince && <p>{t(texts.late)}</p>}
    </section>
  );
}

export function Hold({ progress: { hold } }: { progress: Progress }) {
  if (hold === null) return null;
  return (
    <section className="notice warn" aria-labelledby="hold">
      <h2 id="hold">
        <Icon name="pause" /> {t(texts.held)}
      </h2>
      <p>{t(texts.heldMeans)}</p>
      <dl className="facts">
        <dt>{t(texts.why)}</dt>
        <dd>{hold.reason}</dd>
        <dt>{t(texts.plan)}</dt>
        <dd>{hold.plan}</dd>
        {hold.next && (
          <>
            <dt>{t(texts.nextMilestone)}</dt>
            <dd>
              {hold.next.title}（{hold.next.dueOn}）
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

export function Exit({ progress: { exit } }: { progress: Progress }) {
  if (exit === null) return null;
  return (
    <section className="notice warn" aria-labelledby="exit">
      <h2 id="exit">
        <Icon name="stop" /> {t(texts.declined)}
      </h2>
      <dl className="facts">
        <dt>{t(texts.exit)}</dt>
        <dd>{t(exit)}</dd>
        <dt>{t(texts.why)}</dt>
        <dd>{exit.reason}</dd>
      </dl>
      <p>{t(texts.declinedWhat)}</p>
    </section>
  );
}

/** The question is the first thing on the page while it waits; after each round it is asked anew. */
export function Question({ progress: { question, report } }: { progress: Progress }) {
  if (question === null) return null;
  return (
    <section className="notice warn" aria-labelledby="question">
      <h2 id="question">{t(texts.question)}</h2>
      <p>{t(texts.questionWhy)}</p>
      <LinkButton kind="main" wide to={`/progress/${report}/solved`}>
        {t(texts.answer)}
      </LinkButton>
    </section>
  );
}
