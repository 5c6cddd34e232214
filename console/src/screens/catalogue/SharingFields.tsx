import { Checkbox, Form } from 'antd';
import type { DataItem } from '@fengqiao/contract/catalogue/resources.ts';
import {
  classifications,
  openTypes,
  shareMethods,
  shareTypes,
  type ShareType,
} from '@fengqiao/contract/catalogue/words.ts';
import { Text } from '@fengqiao/contract/shapes.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { atLeastOne } from '../../parts/form/at-least-one.ts';
import { ChoiceField, NumberField, WordsField } from '../../parts/form/Fields.tsx';
import { RuleFields } from './RuleFields.tsx';
import { AssessmentField } from './AssessmentField.tsx';
import { pageTexts, proposeTexts as texts, texts as list } from './texts.ts';

const PERSONAL = 2;

/** For whom and how it is shared; what else the law asks for depends on that and on the grades. */
export function SharingFields({ told }: { told?: readonly DataItem[] }) {
  const shareType = Form.useWatch<ShareType | undefined>('shareType');
  const entered = Form.useWatch<readonly (Partial<DataItem> | undefined)[] | undefined>('items');
  const items = told ?? entered ?? [];
  const personal = items.some((item) => (item?.grade ?? 0) >= PERSONAL);
  return (
    <section className="card" aria-label={t(texts.sharing)}>
      <h2>{t(texts.sharing)}</h2>
      {personal && <p className="heed">{t(texts.personal)}</p>}
      <div className="halves">
        <ChoiceField name="shareType" label={list.shareType} among={shareTypes} />
        <ChoiceField name="openType" label={pageTexts.openType} among={openTypes} />
        {shareType === 'none' && (
          <WordsField rows={2} name="shareBasis" label={texts.shareBasis} of={Text(4, 500)} />
        )}
        {shareType === 'conditional' && (
          <WordsField rows={2} name="shareScope" label={texts.shareScope} of={Text(4, 500)} />
        )}
        <WordsField rows={2} name="useConditions" label={pageTexts.conditions} of={Text(2, 500)} />
        <Form.Item name="methods" label={t(pageTexts.methods)} rules={[atLeastOne]}>
          <Checkbox.Group
            options={keysOf(shareMethods).map((value) => ({ value, label: t(shareMethods[value]) }))}
          />
        </Form.Item>
        <ChoiceField drop name="classification" label={pageTexts.classification} among={classifications} />
        {personal && (
          <>
            <AssessmentField />
            <NumberField name="keptMonths" label={texts.keptMonths} min={1} max={1200} />
          </>
        )}
      </div>
      <RuleFields />
    </section>
  );
}
