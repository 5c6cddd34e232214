import { grades } from '@fengqiao/contract/grades.ts';
import type { ChangeView } from '@fengqiao/contract/audit/oversight.ts';
import { listed, t, tOf } from '@fengqiao/ui/language.ts';
import { texts } from './texts.ts';

type Rules = NonNullable<ChangeView['purpose']>;

/** What a purpose would allow and ask for, in one paragraph. */
export function PurposeRules({ rules }: { rules: Rules }) {
  return (
    <p>
      <strong>{t(rules.words)}</strong>
      {' · '}
      {[t(rules.basis), tOf(grades, String(rules.maxGrade)), windowOf(rules), seenOf(rules), asksOf(rules)]
        .filter((part) => part !== '')
        .join(' · ')}
    </p>
  );
}

export const windowOf = ({ windowDays }: Pick<Rules, 'windowDays'>): string =>
  windowDays === null ? t(texts.always) : t(texts.days, { n: windowDays });

export const asksOf = ({ needsCase, needsFourEyes }: Pick<Rules, 'needsCase' | 'needsFourEyes'>): string =>
  listed([...(needsCase ? [t(texts.needsCase)] : []), ...(needsFourEyes ? [t(texts.needsFourEyes)] : [])]);

/** When the person concerned sees a look, and until when that holds. */
export function seenOf({
  visible,
  delayDays,
  exception,
}: Pick<Rules, 'visible' | 'delayDays' | 'exception'>): string {
  const when = !visible
    ? t(texts.hidden)
    : delayDays > 0
      ? t(texts.after, { n: delayDays })
      : t(texts.atOnce);
  return exception === null
    ? when
    : `${when}（${t(exception.basis)}，${t(texts.until, { day: exception.until })}）`;
}
