import { Form, Input, Select } from 'antd';
import type { Refused } from '@fengqiao/contract/client.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { Reason } from '@fengqiao/contract/shapes.ts';
import { t } from '@fengqiao/ui/language.ts';
import { keysOf } from '@fengqiao/ui/record.ts';
import { ActForm } from '../../parts/form/ActForm.tsx';
import { WordsField } from '../../parts/form/Fields.tsx';
import { texts as common } from '../../parts/texts.ts';
import { texts } from './texts.ts';

type Wished<F extends string> = { field: F; value: string; words?: string };
type Props<F extends string> = {
  names: Readonly<Record<F, Both>>;
  /** Facts of a few words are chosen, all others are written. */
  choices: Partial<Readonly<Record<F, Readonly<Record<string, Both>>>>>;
  act: { readonly isPending: boolean; readonly error: Refused | null };
  onSend: (wished: Wished<F>) => void;
  onCancel: () => void;
};

/** What is wrong about a home or organization, and what it should be; somebody else decides. */
export function AskCorrection<F extends string>({ names, choices, act, onSend, onCancel }: Props<F>) {
  const required = [{ required: true, message: t(common.required) }];
  return (
    <ActForm<Wished<F>> send={texts.correct} act={act} onSend={onSend} onCancel={onCancel}>
      <p className="hint">{t(texts.correctSays)}</p>
      <Form.Item name="field" label={t(texts.correctField)} rules={required}>
        <Select options={keysOf(names).map((value) => ({ value, label: t(names[value]) }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['field']}>
        {(form) => {
          const field: F | undefined = form.getFieldValue('field');
          const words = field === undefined ? undefined : choices[field];
          return (
            <Form.Item key={field} name="value" label={t(texts.correctValue)} rules={required}>
              {words === undefined ? (
                <Input maxLength={120} autoComplete="off" />
              ) : (
                <Select
                  options={keysOf(words).map((value) => ({
                    value,
                    label: t(words[value] ?? { zh: value, en: value }),
                  }))}
                />
              )}
            </Form.Item>
          );
        }}
      </Form.Item>
      <WordsField name="words" label={texts.words} of={Reason} optional />
    </ActForm>
  );
}
