import { App, Button, Checkbox, Form, Table } from 'antd';
import type { Static } from 'typebox';
import {
  addApiKey,
  approveApiKey,
  apiScopes,
  endApiKey,
  listApiKeys,
  type ApiKeyView,
  type ApiScope,
} from '@fengqiao/contract/accounts.ts';
import { useAct, useSay } from '@fengqiao/ui/data.ts';
import { listed, t } from '@fengqiao/ui/language.ts';
import { filled, keysOf } from '@fengqiao/ui/record.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { stamp } from '@fengqiao/ui/time.ts';
import { useUnits } from '@fengqiao/ui/units.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { LineField, UnitField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { Once } from '../../parts/Once.tsx';
import { Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { texts as common } from '../../parts/texts.ts';
import { WhyButton } from '../../parts/WhyButton.tsx';
import { names } from '../../shell/texts.ts';
import { keyStates, texts } from './texts.ts';
import './keys.css';
import '../../parts/work-list/work-list.css';

type Key = Static<typeof ApiKeyView>;

/** Keys of other systems. */
export function Keys() {
  const { modal } = App.useApp();
  const { nameOf } = useUnits();
  const keys = useSay(listApiKeys, {});
  const end = useAct(endApiKey);
  const { account } = useMe();
  const sure = (key: Key) =>
    void modal.confirm({
      title: `${t(texts.end)} ${key.name}`,
      content: t(texts.endSure),
      okText: t(texts.end),
      okButtonProps: { danger: true },
      onOk: () => end.mutate({ params: { id: key.id } }),
    });
  return (
    <Page
      title={t(names.keys)}
      says={t(texts.says)}
      extra={
        <OpenForm type="primary" size="medium" label={texts.add}>
          {(close) => <AddKey onDone={close} />}
        </OpenForm>
      }
    >
      <section className="card work-list" aria-label={t(names.keys)}>
        <Refusal error={end.error} />
        <Answer of={keys}>
          {({ items }) => (
            <Table<Key>
              size="small"
              rowKey="id"
              className="rows-40"
              pagination={false}
              dataSource={items}
              locale={{ emptyText: t(texts.empty) }}
              columns={[
                { title: t(texts.name), key: 'name', render: (_, key) => key.name },
                {
                  title: t(texts.scopes),
                  key: 'scopes',
                  render: (_, key) => (
                    <>
                      {listed(key.scopes.map((scope) => t(apiScopes[scope])))}
                      {key.unit !== null && <span className="hint"> · {nameOf(key.unit)}</span>}
                    </>
                  ),
                },
                {
                  title: t(texts.madeAt),
                  key: 'at',
                  width: 170,
                  render: (_, key) => <span className="number">{stamp(key.madeAt)}</span>,
                },
                {
                  title: t(texts.state),
                  key: 'state',
                  width: 130,
                  render: (_, key) => <span className={marks[key.state]}>{t(keyStates[key.state])}</span>,
                },
                {
                  title: '',
                  key: 'act',
                  width: 220,
                  align: 'right',
                  render: (_, key) =>
                    key.endedAt === null ? (
                      <span className="row acts">
                        {key.state === 'waiting' && <Approve id={key.id} mine={key.madeBy === account} />}
                        <Button size="small" danger onClick={() => sure(key)}>
                          {t(texts.end)}
                        </Button>
                      </span>
                    ) : (
                      <span className="hint">
                        {t(texts.ended)} {stamp(key.endedAt)}
                      </span>
                    ),
                },
              ]}
            />
          )}
        </Answer>
      </section>
    </Page>
  );
}

const marks = { waiting: 'mark warn', active: 'mark good', ended: 'mark' } as const;

/** A key opens nothing until another administrator than its maker approves it. */
function Approve({ id, mine }: { id: string; mine: boolean }) {
  const act = useAct(approveApiKey);
  if (mine)
    return (
      <WhyButton size="small" why={texts.own}>
        {t(texts.approve)}
      </WhyButton>
    );
  return (
    <Button
      size="small"
      type="primary"
      loading={act.isPending}
      onClick={() => act.mutate({ params: { id } })}
    >
      {t(texts.approve)}
    </Button>
  );
}

function AddKey({ onDone }: { onDone: () => void }) {
  const act = useAct(addApiKey);
  if (act.data !== undefined) return <Once what={texts.once} secret={act.data.key} onDone={onDone} />;
  return (
    <ActForm<{ name: string; scopes: ApiScope[]; publicKey?: string; unit?: string }>
      send={texts.add}
      act={act}
      onSend={({ publicKey, unit, ...values }) =>
        act.mutate({ body: { ...values, ...filled({ publicKey, unit }) } })
      }
      onCancel={onDone}
    >
      <LineField name="name" label={texts.name} of={addApiKey.body.properties.name} />
      <Form.Item
        name="scopes"
        label={t(texts.scopes)}
        rules={[{ type: 'array', min: 1, message: t(common.required) }]}
      >
        <Checkbox.Group
          className="stack tight"
          options={keysOf(apiScopes).map((value) => ({ value, label: t(apiScopes[value]) }))}
        />
      </Form.Item>
      <UnitOfShares />
      <LineField
        optional
        name="publicKey"
        label={texts.publicKey}
        says={texts.publicKeySays}
        of={addApiKey.body.properties.publicKey}
      />
    </ActForm>
  );
}

/** Only a key that pulls shared data belongs to a unit. */
function UnitOfShares() {
  const scopes = Form.useWatch<readonly ApiScope[] | undefined>('scopes') ?? [];
  if (!scopes.includes('shares')) return null;
  return <UnitField name="unit" label={texts.unit} says={texts.unitSays} />;
}
