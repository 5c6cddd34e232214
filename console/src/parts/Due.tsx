import { CheckOutlined, ClockCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { State } from '@fengqiao/contract/cases/words.ts';
import { t } from '@fengqiao/ui/language.ts';
import { left, stamp } from '@fengqiao/ui/time.ts';
import { texts } from './texts.ts';
import { useNow } from './now.ts';

type DueProps = { dueAt: string | null; lateSince: string | null; state: State };

const over: readonly State[] = ['closed', 'archived', 'declined', 'merged', 'voided'];

/** What is left of the overall term; lateness, once it happened, stays visible for ever. */
export function Due({ dueAt, lateSince, state }: DueProps) {
  const now = useNow();
  if (dueAt === null) return <span className="hint">{t(texts.noDeadline)}</span>;
  const title =
    lateSince === null ? t(texts.dueAt, { at: stamp(dueAt) }) : t(texts.wasLate, { at: stamp(lateSince) });
  if (over.includes(state)) {
    const late = lateSince !== null;
    return (
      <Tooltip title={title}>
        <span className={late ? 'mark urgent' : 'mark'}>
          {late ? <WarningOutlined aria-hidden /> : <CheckOutlined aria-hidden />}
          {t(late ? texts.late : texts.doneInTime)}
        </span>
      </Tooltip>
    );
  }
  if (state === 'held')
    return (
      <Tooltip title={title}>
        <span className={lateSince === null ? 'mark warn' : 'mark urgent'}>
          {t(lateSince === null ? texts.paused : texts.late)}
        </span>
      </Tooltip>
    );
  const { late, soon, words } = left(dueAt, now);
  const tone = late || lateSince !== null ? 'urgent' : soon ? 'warn' : 'bare';
  return (
    <Tooltip title={title}>
      <span className={`mark number ${tone}`}>
        {tone === 'urgent' ? <WarningOutlined aria-hidden /> : <ClockCircleOutlined aria-hidden />}
        {words}
      </span>
    </Tooltip>
  );
}
