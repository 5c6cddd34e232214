import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Select } from 'antd';
import { t } from '@fengqiao/ui/language.ts';
import { evidenceKinds, stageNames } from '../../parts/case/texts.ts';
import { row as words } from './texts.ts';

const stages = ['handle', 'check'] as const;
const kinds = ['photo', 'document', 'record'] as const;

/** Which evidence the type wants, at which stage, and how many pieces at least. */
export function EvidenceRules() {
  return (
    <Form.Item label={t(words.evidence)}>
      <Form.List name="evidence">
        {(fields, { add, remove }) => (
          <div className="stack tight">
            {fields.map((field) => (
              <div key={field.key} className="row">
                <Form.Item name={[field.name, 'stage']} noStyle>
                  <Select
                    style={{ width: 96 }}
                    options={stages.map((value) => ({ value, label: t(stageNames[value]) }))}
                    aria-label={t(words.evidenceStage)}
                  />
                </Form.Item>
                <Form.Item name={[field.name, 'kind']} noStyle>
                  <Select
                    style={{ width: 96 }}
                    options={kinds.map((value) => ({ value, label: t(evidenceKinds[value]) }))}
                    aria-label={t(words.evidenceKind)}
                  />
                </Form.Item>
                <Form.Item name={[field.name, 'least']} noStyle>
                  <InputNumber min={1} max={5} style={{ width: 60 }} aria-label={t(words.evidenceLeast)} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t(words.drop)}
                  onClick={() => remove(field.name)}
                />
              </div>
            ))}
            {fields.length < 6 && (
              <div>
                <Button
                  size="small"
                  icon={<PlusOutlined aria-hidden />}
                  onClick={() => add({ stage: 'handle', kind: 'photo', least: 1 })}
                >
                  {t(words.addEvidence)}
                </Button>
              </div>
            )}
          </div>
        )}
      </Form.List>
    </Form.Item>
  );
}
