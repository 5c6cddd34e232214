import { useState } from 'react';
import { Modal } from 'antd';
import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';
import { useKeys } from './keys.ts';

const words = {
  title: { zh: '快捷键', en: 'Keys' },
  open: { zh: '? 全部快捷键', en: '? all keys' },
  help: { zh: '打开这张表', en: 'This table' },
  find: { zh: '跳到搜索', en: 'Go to the search' },
} as const;

/** All keys of a screen, at the press of a question mark. */
export function KeyHelp({ keys }: { keys: readonly (readonly [key: string, does: Both])[] }) {
  const [open, setOpen] = useState(false);
  useKeys({ '?': () => setOpen(true) });
  const all = [...keys, ['/', words.find] as const, ['?', words.help] as const];
  return (
    <>
      <button type="button" className="key-help" onClick={() => setOpen(true)}>
        {t(words.open)}
      </button>
      <Modal title={t(words.title)} open={open} width={420} footer={null} onCancel={() => setOpen(false)}>
        <dl className="facts keys">
          {all.map(([key, does]) => (
            <div key={key} className="key-row">
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(does)}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  );
}
