import { DownOutlined, UserOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Dropdown, type MenuProps } from 'antd';
import { useNavigate } from 'react-router';
import { signOut, switchPost } from '@fengqiao/contract/identity.ts';
import { roles } from '@fengqiao/contract/roles.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { names, texts } from './texts.ts';

/** Who I am and at which post; other posts are one press away. */
export function MeMenu() {
  const me = useMe();
  const { nameOf } = useUnits();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const afresh = (to: string) => {
    client.clear();
    void navigate(to);
  };
  const leave = useAct(signOut, () => {
    if (me.signOn === 'used') location.assign('/api/sign-on/end');
    else afresh(me.demo ? '/tour' : '/sign-in');
  });
  const move = useAct(switchPost, () => afresh('/'));
  const refused = { onError: (error: { zh: string; en: string }) => void message.error(t(error)) };
  const others = me.posts.filter((post) => !post.current);
  const items: MenuProps['items'] = [
    { key: 'account', label: t(names.account), onClick: () => void navigate('/account') },
    ...(others.length === 0
      ? []
      : [
          {
            key: 'posts',
            type: 'group' as const,
            label: t(texts.switchPost),
            children: others.map((post) => ({
              key: post.id,
              label: `${tOf(roles, post.role)} · ${t(post.unitName)}`,
              onClick: () => move.mutate({ body: { post: post.id } }, refused),
            })),
          },
        ]),
    ...(me.demo ? [{ key: 'tour', label: t(texts.tour), onClick: () => void navigate('/tour') }] : []),
    { type: 'divider' as const },
    { key: 'leave', label: t(texts.signOut), onClick: () => leave.mutate({}, refused) },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="top-button me" title={t(texts.me)}>
        <UserOutlined aria-hidden />
        <span className="me-text">
          <span className="clip">{me.name}</span>
          <span className="clip small">
            {tOf(roles, me.role)}
            {me.unit === null ? '' : ` · ${nameOf(me.unit)}`}
          </span>
        </span>
        <DownOutlined aria-hidden className="small" />
      </button>
    </Dropdown>
  );
}
