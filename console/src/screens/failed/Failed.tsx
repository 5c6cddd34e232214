import { Button } from 'antd';
import { Link } from 'react-router';
import { listFailed, messageStates, sendAgain } from '@fengqiao/contract/notices.ts';
import { useAct, useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { Feed } from '../../parts/Feed.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { names } from '../../shell/texts.ts';
import { texts } from './texts.ts';

/** Nothing is lost in silence: what could not be delivered stands here. */
export function Failed() {
  const list = useMore(listFailed, (after) => ({
    query: { limit: 30, ...(after === undefined ? {} : { after }) },
  }));
  const again = useAct(sendAgain);
  return (
    <Page title={t(names.failed)} says={t(texts.says)}>
      <Refusal error={again.error} />
      <Feed list={list} label={t(names.failed)} empty={t(texts.empty)} keyOf={(one) => one.id}>
        {(one) => (
          <div className="row between">
            <span className="grow">
              <span className="row wrap">
                <span className="mark urgent">{t(messageStates[one.state])}</span>
                <span>{one.zh}</span>
              </span>
              <span className="small hint">
                {stamp(one.at)} · {t(texts.tries, { n: one.tries })}
                {one.error !== null && ` · ${one.error}`}
              </span>
            </span>
            {one.caseId !== null && <Link to={`/cases/${one.caseId}`}>{t(texts.open)}</Link>}
            <Button
              size="small"
              loading={again.isPending && again.variables?.params?.id === one.id}
              onClick={() => again.mutate({ params: { id: one.id } })}
            >
              {t(texts.again)}
            </Button>
          </div>
        )}
      </Feed>
    </Page>
  );
}
