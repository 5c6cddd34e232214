import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { refusals } from '@fengqiao/contract/refusals.ts';
import { startDryRun, type KeepingId } from '@fengqiao/contract/retention.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { texts } from './texts.ts';

/** Counts what is over its term now and leads to the count; nothing is touched. */
export function CountNow({ kind }: { kind: KeepingId }) {
  const go = useNavigate();
  const { message } = App.useApp();
  const act = useAct(startDryRun, () => void go('/retention?part=runs'));
  return (
    <Button
      size="small"
      loading={act.isPending}
      onClick={() =>
        act.mutate({ params: { kind } }, { onError: ({ code }) => void message.error(t(refusals[code])) })
      }
    >
      {t(texts.count)}
    </Button>
  );
}
