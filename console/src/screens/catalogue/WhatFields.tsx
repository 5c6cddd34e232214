import { Form, Select } from 'antd';
import { ResourceContent } from '@fengqiao/contract/catalogue/resources.ts';
import { bases, cycles, formats, themes } from '@fengqiao/contract/catalogue/words.ts';
import { Text } from '@fengqiao/contract/shapes.ts';
import { t } from '@fengqiao/ui/language.ts';
import { texts as common } from '../../parts/texts.ts';
import { ChoiceField, LineField, UnitField, WordsField } from '../../parts/form/Fields.tsx';
import { RelatedField } from './RelatedField.tsx';
import { pageTexts, proposeTexts as texts, texts as list } from './texts.ts';

const { name, summary } = ResourceContent.properties;

/** What the resource is. */
export function WhatFields() {
  return (
    <section className="card" aria-label={t(texts.what)}>
      <h2>{t(texts.what)}</h2>
      <div className="halves">
        <LineField name={['name', 'zh']} label={texts.nameZh} of={name.properties.zh} />
        <LineField name={['name', 'en']} label={texts.nameEn} of={name.properties.en} />
        <WordsField rows={2} name={['summary', 'zh']} label={texts.summaryZh} of={summary.properties.zh} />
        <WordsField rows={2} name={['summary', 'en']} label={texts.summaryEn} of={summary.properties.en} />
      </div>
      <div className="thirds">
        <ChoiceField drop optional name="theme" label={pageTexts.theme} among={themes} />
        <ChoiceField drop name="base" label={list.base} among={bases} />
        <ChoiceField drop name="cycle" label={list.cycle} among={cycles} />
        <ChoiceField drop name="format" label={pageTexts.format} among={formats} />
        <UnitField name="source" label={pageTexts.source} />
        <LineField
          optional
          name="providerCode"
          label={pageTexts.providerCode}
          says={texts.providerCodeSays}
          of={Text(18, 18)}
        />
        <RelatedField />
        <Form.Item
          name="category"
          label={t(texts.category)}
          rules={[{ required: true, message: t(common.required) }]}
        >
          <Select mode="tags" maxCount={4} open={false} suffixIcon={null} aria-label={t(texts.category)} />
        </Form.Item>
        <LineField name="secrecyReview" label={pageTexts.secrecy} of={Text(2, 300)} />
      </div>
    </section>
  );
}
