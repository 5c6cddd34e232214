import { Form } from 'antd';
import * as routes from '@fengqiao/contract/catalogue/request-acts.ts';
import type { RequestView } from '@fengqiao/contract/catalogue/requests.ts';
import { refusalGrounds, type RefusalGround } from '@fengqiao/contract/catalogue/words.ts';
import { useAct } from '@fengqiao/ui/data.ts';
import { t } from '@fengqiao/ui/language.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { ChoiceField, LineField, NumberField, WordsField, YesNoField } from '../../parts/form/Fields.tsx';
import { actNames, asksFor, formTexts as texts, type ActName, type SimpleAct } from './act-texts.ts';
import { RecordOutside } from './RecordOutside.tsx';
import { TickFields } from './TickFields.tsx';
import { SimpleForm } from './SimpleForm.tsx';
import { pageTexts } from './texts.ts';

type FormProps = { share: RequestView; onDone: () => void; onCancel: () => void };

/** The form of one act. */
export function ActOf({ act, ...form }: FormProps & { act: Exclude<ActName, 'approve'> }) {
  if (isSimple(act)) return <SimpleForm act={act} id={form.share.row.id} {...form} />;
  switch (act) {
    case 'grant':
      return <Grant {...form} />;
    case 'refuse':
      return <Refuse {...form} />;
    case 'supply':
      return <Supply {...form} />;
    case 'extend':
      return <Extend {...form} />;
    case 'recordOutside':
      return <RecordOutside {...form} />;
    case 'coordinate':
      return <Coordinate {...form} />;
    case 'arbitrate':
      return <Arbitrate {...form} />;
  }
}

const isSimple = (act: ActName): act is SimpleAct => Object.hasOwn(asksFor, act);

function Grant({ share, onDone, onCancel }: FormProps) {
  const act = useAct(routes.grantShare, onDone);
  return (
    <ActForm<{ fields: string[]; answer: string }>
      send={actNames.grant}
      act={act}
      start={{ fields: share.items.map(({ name }) => name) }}
      onSend={(body) => act.mutate({ params: { id: share.row.id }, body })}
      onCancel={onCancel}
    >
      <TickFields must share={share} label={t(texts.fields)} />
      <WordsField
        name="answer"
        label={texts.answer}
        says={texts.answerSays}
        of={routes.grantShare.body.properties.answer}
      />
    </ActForm>
  );
}

function Refuse({ share, onDone, onCancel }: FormProps) {
  const act = useAct(routes.refuseShare, onDone);
  return (
    <ActForm<{ ground: RefusalGround; answer: string }>
      danger
      send={actNames.refuse}
      act={act}
      onSend={(body) => act.mutate({ params: { id: share.row.id }, body })}
      onCancel={onCancel}
    >
      <ChoiceField drop name="ground" label={texts.ground} among={refusalGrounds} />
      <WordsField name="answer" label={texts.refusalAnswer} of={routes.refuseShare.body.properties.answer} />
    </ActForm>
  );
}

function Supply({ share, onDone, onCancel }: FormProps) {
  const act = useAct(routes.supplyShare, onDone);
  const { basis, scenario, scope } = routes.supplyShare.body.properties;
  const { asked } = share;
  return (
    <ActForm<{ basis: string; scenario: string; scope: string }>
      send={actNames.supply}
      act={act}
      start={{ basis: asked.basis, scenario: asked.scenario, scope: asked.scope }}
      onSend={(body) => act.mutate({ params: { id: share.row.id }, body })}
      onCancel={onCancel}
    >
      {share.missing !== null && <p className="said">{share.missing}</p>}
      <WordsField name="basis" label={pageTexts.basis} of={basis} />
      <WordsField name="scenario" label={pageTexts.scenario} of={scenario} />
      <WordsField name="scope" label={pageTexts.scope} of={scope} />
    </ActForm>
  );
}

function Extend({ share, onDone, onCancel }: FormProps) {
  const act = useAct(routes.extendShare, onDone);
  return (
    <ActForm<{ workDays: number; reason: string }>
      send={actNames.extend}
      act={act}
      start={{ workDays: 5 }}
      onSend={(body) => act.mutate({ params: { id: share.row.id }, body })}
      onCancel={onCancel}
    >
      <NumberField name="workDays" label={texts.workDays} min={1} max={10} />
      <WordsField name="reason" label={texts.reason} of={routes.extendShare.body.properties.reason} />
    </ActForm>
  );
}

function Coordinate({ share, onDone, onCancel }: FormProps) {
  const act = useAct(routes.coordinateDispute, onDone);
  return (
    <ActForm<{ agreed: boolean; fields?: string[]; text: string }>
      send={actNames.coordinate}
      act={act}
      onSend={({ agreed, fields = [], text }) =>
        act.mutate({ params: { id: share.row.id }, body: { agreed, fields: agreed ? fields : [], text } })
      }
      onCancel={onCancel}
    >
      <YesNoField name="agreed" label={texts.agreed} yes={texts.agreedYes} no={texts.agreedNo} />
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue('agreed') === true && (
            <TickFields must={false} share={share} label={t(texts.agreedFields)} />
          )
        }
      </Form.Item>
      <WordsField name="text" label={texts.coordination} of={routes.coordinateDispute.body.properties.text} />
    </ActForm>
  );
}

function Arbitrate({ share, onDone, onCancel }: FormProps) {
  const act = useAct(routes.arbitrateShare, onDone);
  const { text, decisionNo } = routes.arbitrateShare.body.properties;
  return (
    <ActForm<{ fields?: string[]; text: string; decisionNo?: string }>
      send={actNames.arbitrate}
      act={act}
      onSend={({ fields = [], ...said }) =>
        act.mutate({ params: { id: share.row.id }, body: { fields, ...said } })
      }
      onCancel={onCancel}
    >
      <TickFields must={false} share={share} label={t(texts.orders)} />
      {share.row.forum === 'district' && (
        <LineField name="decisionNo" label={texts.decisionNo} says={texts.decisionNoSays} of={decisionNo} />
      )}
      <WordsField name="text" label={texts.decision} of={text} />
    </ActForm>
  );
}
