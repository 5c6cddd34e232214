import { readCase } from '@fengqiao/contract/cases.ts';
import { useParams, useSearchParams } from 'react-router';
import { useSay } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { Failed, Loading } from '@fengqiao/ui/phone/States.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { Acts, isFieldAct } from './Acts.tsx';
import { Evidence } from './Evidence.tsx';
import { Facts } from './Facts.tsx';
import { Past } from './Past.tsx';
import { texts } from './texts.ts';

/** One case in the hand of a grid worker: what, where, by when, and the buttons under the thumb. */
export function Matter() {
  const { id = '' } = useParams();
  const [query, setQuery] = useSearchParams();
  const { data, error, refetch } = useSay(readCase, { params: { id } });
  const doing = query.get('do');
  if (data === undefined)
    return (
      <Screen title={t(texts.title)} back="/today">
        {error === null ? <Loading /> : <Failed error={error} onRetry={() => void refetch()} />}
      </Screen>
    );
  return (
    <Screen title={data.title} back="/today">
      <Facts found={data} />
      <Acts
        found={data}
        task={query.get('task')}
        doing={isFieldAct(doing) ? doing : null}
        onDo={(act, task) =>
          setQuery(act === null ? {} : task === undefined ? { do: act } : { do: act, task })
        }
      />
      <Evidence found={data} />
      <Past found={data} />
    </Screen>
  );
}
