import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { listMessages, readAllMessages, readMessage } from '@fengqiao/contract/notices.ts';
import { useAct, useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ago, stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Choices, useChoice } from '../../parts/Choices.tsx';
import { Feed } from '../../parts/Feed.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { names } from '../../shell/texts.ts';
import { texts, views } from './texts.ts';

const choice = { name: 'show', label: texts.show, of: views, usual: 'all' } as const;

/** What I was told, and the way to what it is about. */
export function Messages() {
  const show = useChoice(choice);
  const navigate = useNavigate();
  const { nameOf } = useUnits();
  const list = useMore(listMessages, (after) => ({
    query: {
      limit: 30,
      ...(show === 'unread' ? { unread: true } : {}),
      ...(after === undefined ? {} : { after }),
    },
  }));
  const read = useAct(readMessage);
  const readAll = useAct(readAllMessages);
  const open = (id: string, caseId: string, isRead: boolean) => {
    if (!isRead) read.mutate({ params: { id } });
    void navigate(`/cases/${caseId}`);
  };
  return (
    <Page
      title={t(names.messages)}
      says={t(texts.says)}
      extra={
        <>
          <Choices {...choice} />
          <Button loading={readAll.isPending} onClick={() => readAll.mutate({})}>
            {t(texts.readAll)}
          </Button>
        </>
      }
    >
      <Refusal error={read.error ?? readAll.error} />
      <Feed list={list} label={t(names.messages)} empty={t(texts.empty)} keyOf={(one) => one.id}>
        {(one) => (
          <div className="row between">
            <span className="grow">
              <span className="row wrap">
                {!one.read && <span className="mark primary">{t(texts.unread)}</span>}
                <span className={one.read ? 'hint' : ''}>{t(one)}</span>
              </span>
              <span className="small hint">
                <time dateTime={one.at} title={stamp(one.at)}>
                  {ago(one.at)}
                </time>
                {one.unit !== null && ` · ${t(texts.toUnit, { unit: nameOf(one.unit) })}`}
              </span>
            </span>
            {one.caseId !== null && (
              <Button size="small" onClick={() => open(one.id, one.caseId ?? '', one.read)}>
                {t(texts.open)}
              </Button>
            )}
            {!one.read && (
              <Button size="small" type="text" onClick={() => read.mutate({ params: { id: one.id } })}>
                {t(texts.read)}
              </Button>
            )}
          </div>
        )}
      </Feed>
    </Page>
  );
}
