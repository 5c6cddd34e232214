import { fieldActs } from '@fengqiao/contract/rounds.ts';
import { Link } from 'react-router';
import { t } from '@fengqiao/ui/language.ts';
import { Icon } from '@fengqiao/ui/phone/Icon.tsx';
import type { Op } from '../../offline/outbox.ts';
import { stateNames } from '../outbox/texts.ts';

/** What was done to this matter on this phone and has not arrived yet. */
export const Waiting = ({ op: { type, state } }: { op: Op }) => (
  <Link className={state === 'refused' ? 'notice bad' : 'notice warn'} to="/outbox">
    <span>
      <Icon name={state === 'refused' ? 'alert' : 'clock'} /> {t(fieldActs[type])} · {t(stateNames[state])}
    </span>
  </Link>
);
