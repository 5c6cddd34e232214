import { useNavigate } from 'react-router';
import { proposeResource } from '@fengqiao/contract/catalogue/proposals.ts';
import { askForShare } from '@fengqiao/contract/catalogue/requests.ts';
import { withdrawResource, type ResourceView } from '@fengqiao/contract/catalogue/resources.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { mayCall, useMe, type Me } from '@fengqiao/ui/session.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { OpenForm } from '../../parts/form/OpenForm.tsx';
import { WhyButton } from '../../parts/WhyButton.tsx';
import { pageTexts as texts } from './texts.ts';

/** What one may do with a resource; what one may not says why. */
export function ResourceActs({ resource }: { resource: ResourceView }) {
  const me = useMe();
  const navigate = useNavigate();
  const { id, state } = resource.row;
  if (state === 'withdrawn') return null;
  return (
    <>
      {mayCall(me, withdrawResource) && (
        <OpenForm danger size="medium" label={texts.withdraw}>
          {(close) => <Withdraw id={id} onDone={close} />}
        </OpenForm>
      )}
      <WhyButton why={whyNoChange(resource, me)} onClick={() => void navigate(`/catalogue/${id}/change`)}>
        {t(texts.change)}
      </WhyButton>
      <WhyButton
        type="primary"
        why={whyNoAsk(resource, me)}
        onClick={() => void navigate(`/sharing/new?resource=${id}`)}
      >
        {t(texts.ask)}
      </WhyButton>
    </>
  );
}

function whyNoAsk({ row }: ResourceView, me: Me) {
  if (!mayCall(me, askForShare)) return texts.notAsker;
  if (row.provider === me.unit) return texts.ownAlready;
  return row.shareType === 'none' ? texts.notShared : null;
}

function whyNoChange({ row, proposal }: ResourceView, me: Me) {
  if (!mayCall(me, proposeResource) || (row.provider !== me.unit && me.role !== 'steward'))
    return texts.notProvider;
  return proposal === null ? null : texts.changeOpen;
}

function Withdraw({ id, onDone }: { id: string; onDone: () => void }) {
  const act = useAct(withdrawResource, onDone);
  return (
    <ActForm<{ reason: string }>
      danger
      send={texts.withdraw}
      act={act}
      onSend={(body) => act.mutate({ params: { id }, body })}
      onCancel={onDone}
    >
      <WordsField name="reason" label={texts.withdrawReason} of={withdrawResource.body.properties.reason} />
    </ActForm>
  );
}
