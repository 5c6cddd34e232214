import { outcomes } from '@fengqiao/contract/cases/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import type { Progress } from './follow.ts';
import { texts } from './texts.ts';

/** Two questions, two answers: whether the units say they are done, and whether the person who reported it says it is solved. */
export function Answers({
  progress: { outcome, solved, question, closeCondition, exit },
}: {
  progress: Progress;
}) {
  if (exit !== null) return null;
  return (
    <section className="card" aria-label={t(texts.answers)}>
      <dl className="two-answers">
        <div className={outcome === null ? '' : 'yes'}>
          <dt>{t(texts.answered)}</dt>
          <dd>{outcome === null ? t(texts.noAnswer) : t(outcomes[outcome])}</dd>
        </div>
        <div className={question !== null ? 'wait' : solved === null ? '' : solved ? 'yes' : 'no'}>
          <dt>{t(texts.solved)}</dt>
          <dd>
            {t(
              question !== null
                ? texts.yourWord
                : solved === null
                  ? texts.noWord
                  : solved
                    ? texts.youSayYes
                    : texts.youSayNo,
            )}
          </dd>
        </div>
      </dl>
      {closeCondition && <p className="hint">{t(texts.doneMeans, { what: closeCondition })}</p>}
    </section>
  );
}
