import { countDesks } from '@fengqiao/contract/cases.ts';
import { Link } from 'react-router';
import { useSay } from '@fengqiao/ui/data.ts';
import { language, speak, t } from '@fengqiao/ui/language.ts';
import { useLive } from '@fengqiao/ui/live.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { CallLink } from '@fengqiao/ui/phone/HelpLine.tsx';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import { useOnline } from '@fengqiao/ui/phone/online.ts';
import { useStreet } from '@fengqiao/ui/phone/street.ts';
import { texts as kit } from '@fengqiao/ui/phone/texts.ts';
import { usePhone } from '../../offline/phone.ts';
import { Screen } from '../../parts/Screen.tsx';
import { SignOut } from './SignOut.tsx';
import { Tile, WaitingTile } from './Tile.tsx';
import { texts } from './texts.ts';

const others = [
  ['/patrol', 'walk', texts.patrol],
  ['/visits', 'door', texts.visits],
  ['/mandate', 'pen', texts.mandate],
  ['/my-grid', 'grid', texts.myGrid],
  ['/my-work', 'bars', texts.myWork],
] as const;

/** Four tiles under the thumb: today, tasks in hand, solved on the spot, report by camera; above them the rest of the day. */
export function Home() {
  const { me } = usePhone();
  const { hotline } = useStreet();
  const counts = useSay(countDesks, {}, { everyMs: 60_000 }).data;
  useLive(useOnline());
  const on = (...desks: string[]) =>
    (counts?.desks ?? [])
      .filter(({ desk }) => desks.includes(desk))
      .reduce((sum, { count }) => sum + count, 0);
  return (
    <Screen
      title={t(texts.title)}
      aside={
        <Button kind="quiet" onPress={() => speak(language() === 'zh' ? 'en' : 'zh')}>
          {t(kit.language)}
        </Button>
      }
    >
      <p className="who">
        <strong>{me.name}</strong>
        <span>{me.unitName && t(me.unitName)}</span>
      </p>
      <WaitingTile />
      <nav className="more" aria-label={t(texts.more)}>
        {others.map(([to, icon, word]) => (
          <Link key={to} to={to}>
            <Icon name={icon} />
            <span>{t(word)}</span>
          </Link>
        ))}
      </nav>
      <nav className="tiles" aria-label={t(texts.tiles)}>
        <Tile
          to="/today"
          icon="list"
          word={t(texts.today)}
          more={t(texts.todayHow)}
          count={on('to_verify', 'to_acknowledge', 'in_hand', 'to_check') + (counts?.tasks ?? 0)}
        />
        <Tile
          to="/in-hand"
          icon="task"
          word={t(texts.inHand)}
          more={t(texts.inHandHow)}
          count={on('to_acknowledge', 'in_hand')}
        />
        <Tile to="/on-the-spot" icon="hand" word={t(texts.onTheSpot)} more={t(texts.onTheSpotHow)} />
        <Tile to="/found" icon="camera" word={t(texts.found)} more={t(texts.foundHow)} first />
      </nav>
      <div className="row">
        <CallLink phone={hotline} />
        {me.demo && <a href="/tour">{t(texts.tour)}</a>}
        <SignOut />
      </div>
    </Screen>
  );
}
