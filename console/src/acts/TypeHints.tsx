import { BulbOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { share } from '@fengqiao/ui/time.ts';
import { texts } from './texts.ts';
import '../parts/case/case.css';

export type TypeHint = {
  readonly type: string;
  readonly name: Both;
  readonly confidence: number;
  readonly whyZh: string;
  readonly whyEn: string;
};

type TypeHintsProps = {
  hints: readonly TypeHint[];
  chosen: string | undefined;
  onChoose: (type: string) => void;
};

/** Suggested types, each with its reason and how sure the machine is; choosing is the person's. */
export function TypeHints({ hints, chosen, onChoose }: TypeHintsProps) {
  if (hints.length === 0) return null;
  return (
    <fieldset className="hints" aria-label={t(texts.suggestedTypes)}>
      <span className="small hint">
        <BulbOutlined aria-hidden /> {t(texts.suggestedTypes)}
      </span>
      <ul>
        {hints.slice(0, 4).map((one) => (
          <li key={one.type}>
            <Button
              size="small"
              type={chosen === one.type ? 'primary' : 'default'}
              aria-pressed={chosen === one.type}
              onClick={() => onChoose(one.type)}
            >
              {t(one.name)}
            </Button>
            <span className="small">
              {t(texts.confidence, { n: share(one.confidence, 1) })} · {t({ zh: one.whyZh, en: one.whyEn })}
            </span>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
