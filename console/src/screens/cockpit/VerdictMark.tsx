import { CheckCircleOutlined, EyeOutlined, MinusCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { verdicts, type Verdict } from '@fengqiao/contract/cases/figures.ts';
import { t } from '@fengqiao/ui/language.ts';

const looks = {
  few: ['', MinusCircleOutlined],
  short: ['urgent', WarningOutlined],
  within: ['good', CheckCircleOutlined],
  check: ['warn', EyeOutlined],
} as const;

/** How it stands against its band: icon, word and colour together. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const [tone, Icon] = looks[verdict];
  return (
    <span className={`mark ${tone}`}>
      <Icon aria-hidden />
      {t(verdicts[verdict])}
    </span>
  );
}
