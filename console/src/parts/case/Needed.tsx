import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import { named, t, tOf } from '@fengqiao/ui/language.ts';
import { evidenceKinds, stageNames, texts } from './texts.ts';
import './case.css';

/** What the type wants as evidence and when it may be closed; what is still missing stands out. */
export function Needed({ theCase, stage }: { theCase: CaseView; stage?: 'handle' | 'check' }) {
  const { closeCondition } = theCase;
  const needed = theCase.evidenceNeeded.filter((one) => stage === undefined || one.stage === stage);
  if (needed.length === 0 && !closeCondition) return null;
  return (
    <div className="needed">
      {closeCondition && (
        <p>
          <span className="hint">{named(t(texts.closeCondition))}</span>
          {closeCondition}
        </p>
      )}
      <ul>
        {needed.map((one) => {
          const enough = one.have >= one.least;
          return (
            <li
              key={`${one.stage}${one.kind}`}
              className={enough ? 'mark good' : 'mark warn'}
              title={t({ zh: one.whyZh, en: one.whyEn })}
            >
              {enough ? <CheckCircleOutlined aria-hidden /> : <ExclamationCircleOutlined aria-hidden />}
              {tOf(stageNames, one.stage)} · {tOf(evidenceKinds, one.kind)} {one.have}/{one.least}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
