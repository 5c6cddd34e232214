import { useEffect, useState } from 'react';
import { Spin } from 'antd';
import { t } from '@fengqiao/ui/language.ts';
import { texts } from './texts.ts';

const PATIENCE_MS = 250;

/** Says that something is on its way, once it takes long enough to be noticed. */
export function Waiting() {
  const [noticed, setNoticed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setNoticed(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!noticed) return <div className="wait" aria-busy="true" />;
  return (
    <output className="wait" aria-busy="true">
      <Spin />
      <span>{t(texts.loading)}</span>
    </output>
  );
}

/** Stands before an answer that is of the last question; what follows it is dimmed. */
export function Updating() {
  return (
    <output className="updating" aria-busy="true">
      {t(texts.updating)}
    </output>
  );
}
