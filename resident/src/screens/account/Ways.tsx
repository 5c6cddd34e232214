import { attemptOutcomes, rungs, type Attempt } from '@fengqiao/contract/notices/delivery.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Icon, type IconName } from '@fengqiao/ui/phone/Icon.tsx';
import { longTime } from '@fengqiao/ui/time.ts';
import { texts } from './texts.ts';

const icons: Readonly<Record<Attempt['rung'], IconName>> = {
  app: 'bell',
  sms: 'list',
  call: 'phone',
  visit: 'home',
};

/** By which ways it was tried to reach me, and how each went: nobody has to wonder whether they were told. */
export function Ways({ ways }: { ways: readonly Attempt[] }) {
  if (ways.length === 0) return null;
  return (
    <span className="ways-tried">
      <span className="hint">{t(texts.toldHow)}</span>
      {ways.map(({ rung, outcome, at }) => (
        <span key={`${rung}${at}${outcome}`} className="hint">
          <Icon name={icons[rung]} /> {t(rungs[rung])} · {t(attemptOutcomes[outcome])} · {longTime(at)}
        </span>
      ))}
    </span>
  );
}
