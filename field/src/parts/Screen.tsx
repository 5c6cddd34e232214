import { useSyncExternalStore, type ComponentProps } from 'react';
import { t } from '@fengqiao/ui/language.ts';
import { Page } from '@fengqiao/ui/phone/Page.tsx';
import { stamp } from '@fengqiao/ui/time.ts';
import { onReadAt, readAt } from '../offline/keeper.ts';
import { texts } from '../texts.ts';

/** A page of this app: without a network it says that work goes on, and of when what is shown was read. */
export function Screen(shown: Omit<ComponentProps<typeof Page>, 'help' | 'offline'>) {
  const at = useSyncExternalStore(onReadAt, readAt);
  const offline =
    at === null ? t(texts.offline) : `${t(texts.offline)} ${t(texts.readAt, { at: stamp(new Date(at)) })}`;
  return <Page {...shown} help={false} offline={offline} />;
}
