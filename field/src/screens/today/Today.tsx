import { countDesks } from '@fengqiao/contract/cases.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { LinkButton } from '@fengqiao/ui/phone/Button.tsx';
import { Empty } from '@fengqiao/ui/phone/States.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { Desk } from './Desk.tsx';
import { JointTasks } from './JointTasks.tsx';
import { texts } from './texts.ts';

const mine = ['to_verify', 'to_acknowledge', 'in_hand', 'to_check'];

/** 今日: everything that waits for me, by what is asked of me. */
export function Today() {
  const counts = useSay(countDesks, {}).data;
  const none =
    counts !== undefined &&
    counts.tasks === 0 &&
    counts.desks.every(({ desk, count }) => !mine.includes(desk) || count === 0);
  return (
    <Screen title={t(texts.today)} back="/">
      {none && (
        <Empty
          action={
            <LinkButton icon="camera" to="/found">
              {t(texts.found)}
            </LinkButton>
          }
        >
          {t(texts.none)}
        </Empty>
      )}
      <Desk desk="to_verify" title={texts.toVerify} />
      <Desk desk="to_acknowledge" title={texts.toAcknowledge} />
      <Desk desk="in_hand" title={texts.inHand} />
      <JointTasks />
      <Desk desk="to_check" title={texts.toCheck} />
    </Screen>
  );
}
