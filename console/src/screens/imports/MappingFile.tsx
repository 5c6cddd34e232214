import { App } from 'antd';
import { FileTextOutlined } from '@ant-design/icons';
import type { Mapping } from '@fengqiao/contract/cases/imports.ts';
import { t } from '@fengqiao/ui/language.ts';
import { mappingIn } from './mapping.ts';
import { texts } from './texts.ts';

/** Takes a mapping that was written or kept as a file. */
export function MappingFile({ onLoad }: { onLoad: (mapping: Mapping) => void }) {
  const { message } = App.useApp();
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const mapping = mappingIn(await file.text());
    if (mapping === null) void message.error(t(texts.notMapping));
    else onLoad(mapping);
  };
  return (
    <label className="picker">
      <FileTextOutlined aria-hidden /> {t(texts.loadMapping)}
      <input
        type="file"
        className="spoken"
        accept=".json,application/json"
        aria-label={t(texts.loadMapping)}
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </label>
  );
}
