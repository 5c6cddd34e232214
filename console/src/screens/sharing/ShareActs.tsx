import { Drawer } from 'antd';
import { useSearchParams } from 'react-router';
import type { RequestView } from '@fengqiao/contract/catalogue/requests.ts';
import { approveShare } from '@fengqiao/contract/catalogue/request-acts.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { among, keysOf } from '@fengqiao/ui/record.ts';
import { useMe } from '@fengqiao/ui/session.ts';
import { useDone } from '../../parts/form/ActForm.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { WhyButton } from '../../parts/WhyButton.tsx';
import { actNames, type ActName } from './act-texts.ts';
import { ActOf } from './ActForms.tsx';
import { offered } from './offered.ts';
import { pageTexts as texts } from './texts.ts';

/** Acts that bring a request on; to stop or end one is never what a press on the first button should do. */
const onward: ReadonlySet<ActName> = new Set([
  'approve',
  'grant',
  'supply',
  'deliver',
  'settle',
  'coordinate',
  'arbitrate',
  'resume',
  'dispose',
]);

/** What this side may do now; what it may not says why. The form that is open stands in the address. */
export function ShareActs({ share }: { share: RequestView }) {
  const me = useMe();
  const done = useDone();
  const [asked, setAsked] = useSearchParams();
  const acts = offered(share, me);
  const approve = useAct(approveShare, () => done(actNames.approve));
  const named = among(keysOf(actNames), asked.get('act'));
  const open = acts.find(({ act, why }) => act === named && why === null)?.act;
  const show = (act: ActName | null) => setAsked(act === null ? {} : { act }, { replace: act === null });
  const press = (act: ActName) =>
    act === 'approve' ? approve.mutate({ params: { id: share.row.id } }) : show(act);
  return (
    <section className="card no-print" aria-label={t(texts.acts)}>
      {acts.length === 0 && <p className="hint">{t(texts.actsNone)}</p>}
      <div className="share-acts">
        {acts.map(({ act, why }, n) => (
          <WhyButton
            key={act}
            type={n === 0 && why === null && onward.has(act) ? 'primary' : 'default'}
            why={why}
            loading={act === 'approve' && approve.isPending}
            onClick={() => press(act)}
          >
            {t(actNames[act])}
          </WhyButton>
        ))}
      </div>
      <Refusal error={approve.error} />
      <Drawer
        title={open === undefined ? '' : `${t(actNames[open])} · ${share.row.no}`}
        open={open !== undefined}
        onClose={() => show(null)}
        size={520}
        destroyOnHidden
      >
        {open !== undefined && open !== 'approve' && (
          <ActOf
            act={open}
            share={share}
            onDone={() => {
              done(actNames[open]);
              show(null);
            }}
            onCancel={() => show(null)}
          />
        )}
      </Drawer>
    </section>
  );
}
