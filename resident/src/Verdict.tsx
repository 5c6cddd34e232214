import { outcomes, type Outcome } from '@fengqiao/contract/cases/words.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Badge } from '@fengqiao/ui/phone/Badge.tsx';

const texts = {
  solved: { zh: '您确认已解决', en: 'You confirmed: solved' },
  unsolved: { zh: '您说没有解决', en: 'You said: not solved' },
  claimed: { zh: '承办单位认为：{outcome}', en: 'The handling unit says: {outcome}' },
  asked: { zh: '等您确认', en: 'Waiting for your word' },
} as const satisfies Record<string, Both>;

type Told = { outcome: Outcome | null; solved: boolean | null; question: string | null };

/** "Answered" and "solved" are two things; only the person who reported it can say the second. */
export function Verdict({ report: { outcome, solved, question } }: { report: Told }) {
  if (outcome === null && solved === null) return null;
  return (
    <span className="row">
      {outcome !== null && (
        <span className="hint">{t(texts.claimed, { outcome: t(outcomes[outcome]) })}</span>
      )}
      {question === null && solved === true && (
        <Badge tone="good" icon="check">
          {t(texts.solved)}
        </Badge>
      )}
      {question === null && solved === false && (
        <Badge tone="bad" icon="alert">
          {t(texts.unsolved)}
        </Badge>
      )}
      {question !== null && (
        <Badge tone="warn" icon="clock">
          {t(texts.asked)}
        </Badge>
      )}
    </span>
  );
}
