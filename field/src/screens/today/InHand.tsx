import { countDesks } from '@fengqiao/contract/cases.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Empty } from '@fengqiao/ui/phone/States.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { Desk } from './Desk.tsx';
import { texts } from './texts.ts';

const mine = ['to_acknowledge', 'in_hand'];

/** 任务处置: what I accept, do and report. */
export function InHand() {
  const counts = useSay(countDesks, {}).data;
  const none =
    counts !== undefined && counts.desks.every(({ desk, count }) => !mine.includes(desk) || count === 0);
  return (
    <Screen title={t(texts.tasks)} back="/">
      {none && (
        <Empty action={<LinkButton to="/today">{t(texts.today)}</LinkButton>}>{t(texts.noneInHand)}</Empty>
      )}
      <Desk desk="to_acknowledge" title={texts.toAcknowledge} />
      <Desk desk="in_hand" title={texts.inHand} />
    </Screen>
  );
}
