import { Link } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { Icon, type IconName } from '@fengqiao/ui/phone/Icon.tsx';
import { useSending } from '../../offline/driver.ts';
import { useOps } from '../../offline/phone.ts';
import { texts } from './texts.ts';

type Shown = {
  to: string;
  icon: IconName;
  word: string;
  more: string;
  count?: number;
  first?: boolean;
};

export function Tile({ to, icon, word, more, count = 0, first = false }: Shown) {
  return (
    <Link className={first ? 'tile first' : 'tile'} to={to}>
      <Icon name={icon} />
      <span>{word}</span>
      <small>{more}</small>
      {count > 0 && <span className="count">{count}</span>}
    </Link>
  );
}

/** What has not arrived yet, always in sight; what waits for a decision is said first. */
export function WaitingTile() {
  const ops = useOps();
  const { running } = useSending();
  const decide = ops.filter(({ state }) => state === 'refused').length;
  const waiting = ops.filter(({ state }) => state === 'waiting').length;
  const words = [
    ...(decide > 0 ? [t(texts.decide, { n: decide })] : []),
    ...(waiting > 0 ? [t(running ? texts.sending : texts.waiting, { n: waiting })] : []),
  ];
  return (
    <Link className={decide > 0 ? 'outbox bad' : 'outbox'} to="/outbox">
      <Icon name={decide > 0 ? 'alert' : waiting > 0 ? 'up' : 'check'} />
      <span>{words.length === 0 ? t(texts.allSent) : words.join(' · ')}</span>
      <Icon name="next" />
    </Link>
  );
}
