import { countDesks } from '@fengqiao/contract/cases.ts';
import { signOut } from '@fengqiao/contract/identity.ts';
import { Link } from 'react-router';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { language, speak, t } from '@fengqiao/ui/language.ts';
import { useLive } from '@fengqiao/ui/live.ts';
import { Button } from '@fengqiao/ui/phone/Button.tsx';
import { CallLink } from '@fengqiao/ui/phone/HelpLine.tsx';
import { Icon, type IconName } from '@fengqiao/ui/phone/Icon.tsx';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { useStreet, useWho } from '@fengqiao/ui/phone/street.ts';
import { texts as kit } from '@fengqiao/ui/phone/texts.ts';
import { texts } from './texts.ts';

/** Four tiles under the thumb: today, report by camera, solved on the spot, tasks in hand. */
export function Home() {
  const me = useWho().data;
  const { hotline } = useStreet();
  const counts = useSay(countDesks, {}, { everyMs: 60_000 }).data;
  useLive(true);
  const leave = useAct(signOut);
  const on = (...desks: string[]) =>
    (counts?.desks ?? [])
      .filter(({ desk }) => desks.includes(desk))
      .reduce((sum, { count }) => sum + count, 0);
  return (
    <Page
      title={t(texts.title)}
      help={false}
      aside={
        <Button kind="quiet" onPress={() => speak(language() === 'zh' ? 'en' : 'zh')}>
          {t(kit.language)}
        </Button>
      }
    >
      <p className="who">
        <strong>{me?.name}</strong>
        <span>{me?.unitName && t(me.unitName)}</span>
      </p>
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
        {me?.demo && <a href="/tour">{t(texts.tour)}</a>}
        <Button kind="quiet" busy={leave.isPending} onPress={() => leave.mutate({})}>
          {t(texts.signOut)}
        </Button>
      </div>
    </Page>
  );
}

function Tile({
  to,
  icon,
  word,
  more,
  count = 0,
  first = false,
}: {
  to: string;
  icon: IconName;
  word: string;
  more: string;
  count?: number;
  first?: boolean;
}) {
  return (
    <Link className={first ? 'tile first' : 'tile'} to={to}>
      <Icon name={icon} />
      <span>{word}</span>
      <small>{more}</small>
      {count > 0 && <span className="count">{count}</span>}
    </Link>
  );
}
