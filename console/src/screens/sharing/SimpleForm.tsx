import * as routes from '@fengqiao/contract/catalogue/request-acts.ts';
import { Reason } from '@fengqiao/contract/shapes.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { actNames, asksFor, type SimpleAct } from './act-texts.ts';

const grave: readonly SimpleAct[] = ['terminate', 'withdraw', 'suspend'];

/** The form of an act that takes a few sentences and nothing else. */
export function SimpleForm({
  act,
  id,
  onDone,
  onCancel,
}: {
  act: SimpleAct;
  id: string;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { on, send } = useSimple(id, onDone)[act];
  return (
    <ActForm<{ text: string }>
      danger={grave.includes(act)}
      send={actNames[act]}
      act={on}
      onSend={({ text }) => send(text)}
      onCancel={onCancel}
    >
      <WordsField name="text" label={asksFor[act]} of={Reason} />
    </ActForm>
  );
}

/** Each simple act with where its words go. */
function useSimple(id: string, onDone: () => void) {
  const params = { id };
  const askSupplement = useAct(routes.askSupplement, onDone);
  const deliver = useAct(routes.deliverShare, onDone);
  const withdraw = useAct(routes.withdrawShare, onDone);
  const dispute = useAct(routes.disputeShare, onDone);
  const settle = useAct(routes.settleDispute, onDone);
  const suspend = useAct(routes.suspendShare, onDone);
  const resume = useAct(routes.resumeShare, onDone);
  const terminate = useAct(routes.terminateShare, onDone);
  const dispose = useAct(routes.disposeShare, onDone);
  return {
    askSupplement: {
      on: askSupplement,
      send: (missing: string) => askSupplement.mutate({ params, body: { missing } }),
    },
    deliver: { on: deliver, send: (delivery: string) => deliver.mutate({ params, body: { delivery } }) },
    withdraw: { on: withdraw, send: (reason: string) => withdraw.mutate({ params, body: { reason } }) },
    dispute: { on: dispute, send: (reason: string) => dispute.mutate({ params, body: { reason } }) },
    settle: { on: settle, send: (text: string) => settle.mutate({ params, body: { text } }) },
    suspend: { on: suspend, send: (reason: string) => suspend.mutate({ params, body: { reason } }) },
    resume: { on: resume, send: (reason: string) => resume.mutate({ params, body: { reason } }) },
    terminate: { on: terminate, send: (reason: string) => terminate.mutate({ params, body: { reason } }) },
    dispose: { on: dispose, send: (how: string) => dispose.mutate({ params, body: { how } }) },
  };
}
