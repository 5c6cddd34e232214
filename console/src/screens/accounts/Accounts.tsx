import { Button, Input, Select, Table } from 'antd';
import { useSearchParams } from 'react-router';
import { listAccounts, type AccountView } from '@fengqiao/contract/accounts.ts';
import { roles } from '@fengqiao/contract/roles.ts';
import { useMore } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import { names } from '../../shell/texts.ts';
import { AddAccount } from './AddAccount.tsx';
import { Manage } from './Manage.tsx';
import { PostMark } from './PostMark.tsx';
import { texts } from './texts.ts';
import { WaitingPosts } from './WaitingPosts.tsx';
import '../../parts/case/case.css';
import '../../parts/work-list/work-list.css';

/** Who works here, at which posts. */
export function Accounts() {
  const [asked, setAsked] = useSearchParams();
  const text = asked.get('text') ?? '';
  const unit = asked.get('unit');
  const role = among(keysOf(roles), asked.get('role'));
  const put = (name: string, value: string | null | undefined) =>
    setAsked(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const list = useMore(listAccounts, (after) => ({
    query: {
      limit: 50,
      ...(text === '' ? {} : { text }),
      ...(unit === null ? {} : { unit }),
      ...(role === undefined ? {} : { role }),
      ...(after === undefined ? {} : { after }),
    },
  }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t(names.accounts)}
      says={t(texts.says)}
      extra={
        <OpenForm type="primary" size="medium" label={texts.add}>
          {(close) => <AddAccount onDone={close} />}
        </OpenForm>
      }
    >
      <WaitingPosts />
      <section className="card work-list" aria-label={t(names.accounts)}>
        <div className="row wrap">
          <Input.Search
            allowClear
            style={{ width: 220 }}
            defaultValue={text}
            placeholder={t(texts.find)}
            aria-label={t(texts.find)}
            onSearch={(words) => put('text', words.trim())}
          />
          <UnitSelect
            style={{ width: 180 }}
            aria-label={t(texts.unit)}
            placeholder={t(texts.unit)}
            value={unit}
            onChange={(value: string | null) => put('unit', value)}
          />
          <Select
            allowClear
            style={{ width: 160 }}
            aria-label={t(texts.role)}
            placeholder={t(texts.role)}
            value={role ?? null}
            options={keysOf(roles).map((value) => ({ value, label: t(roles[value]) }))}
            onChange={(value) => put('role', value)}
          />
        </div>
        <Refusal error={list.error} onAgain={() => void list.refetch()} />
        <Table<AccountView>
          size="small"
          rowKey="id"
          className="rows-40"
          pagination={false}
          loading={list.isPending}
          dataSource={items}
          locale={{ emptyText: t(texts.empty) }}
          columns={[
            { title: t(texts.name), key: 'name', width: 130, render: (_, one) => one.name },
            { title: t(texts.login), key: 'login', width: 150, render: (_, one) => <code>{one.login}</code> },
            {
              title: t(texts.posts),
              key: 'posts',
              render: (_, one) => (
                <span className="row wrap">
                  {one.posts
                    .filter(({ state }) => state !== 'ended')
                    .map((post) => (
                      <PostMark key={post.id} post={post} />
                    ))}
                </span>
              ),
            },
            {
              title: t(texts.security),
              key: 'security',
              width: 200,
              render: (_, one) => (
                <span className="row">
                  {one.totp && <span className="mark good">{t(texts.totp)}</span>}
                  {one.totpMissing && <span className="mark warn">{t(texts.totpMissing)}</span>}
                  {one.oneTimePassword && <span className="mark warn">{t(texts.oneTime)}</span>}
                </span>
              ),
            },
            {
              title: t(texts.state),
              key: 'state',
              width: 90,
              render: (_, one) => (
                <span className={one.state === 'active' ? 'mark good' : 'mark'}>
                  {t(one.state === 'active' ? texts.active : texts.closed)}
                </span>
              ),
            },
            {
              title: '',
              key: 'act',
              width: 90,
              align: 'right',
              render: (_, one) => (
                <OpenForm label={texts.manage} title={`${one.name} · ${one.login}`}>
                  {(close) => <Manage account={one} onDone={close} />}
                </OpenForm>
              ),
            },
          ]}
        />
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t(common.more)}
          </Button>
        )}
      </section>
    </Page>
  );
}
