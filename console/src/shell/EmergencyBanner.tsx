import { AlertOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useLocation } from 'react-router';
import { emergencies, endBreakGlass } from '@fengqiao/contract/audit/oversight.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { clockOf, useOpenEmergency } from '../screens/emergency/open.ts';
import { texts } from '../screens/emergency/texts.ts';

/** Wherever one goes while somebody lies open in an emergency: that it is so, how long still, and the way to end it. */
export function EmergencyBanner() {
  const { use, left } = useOpenEmergency();
  const { pathname } = useLocation();
  const end = useAct(endBreakGlass);
  if (use === null) return null;
  return (
    <aside className="emergency-bar no-print" aria-label={t(texts.bar)}>
      <strong>
        <AlertOutlined aria-hidden /> {t(texts.bar)} · {t(emergencies[use.reasonCode])}
      </strong>
      <span className="left number" role="timer">
        {t(texts.left, { time: clockOf(left) })}
      </span>
      {pathname !== '/emergency' && <Link to="/emergency">{t(texts.go)}</Link>}
      <Button size="small" ghost loading={end.isPending} onClick={() => end.mutate({})}>
        {t(texts.end)}
      </Button>
      {end.error !== null && <span role="alert">{t(end.error)}</span>}
    </aside>
  );
}
