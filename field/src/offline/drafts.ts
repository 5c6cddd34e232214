import { useCallback, useEffect, useRef, useState } from 'react';
import type { Phone } from './outbox.ts';

/** Forms half filled, laid open once when the app starts, so that a screen has its form at once. */
const forms = new Map<string, object>();

export async function openDrafts({ base, vault }: Phone): Promise<void> {
  forms.clear();
  for (const { name, sealed } of await base.draft.toArray())
    forms.set(name, await vault.open<object>(sealed));
}

export const forgetDrafts = (): void => forms.clear();

async function saveDraft({ base, vault }: Phone, name: string, form: object): Promise<void> {
  const sealed = await vault.seal(form);
  // What was handed in meanwhile must not come back.
  if (forms.get(name) === form) await base.draft.put({ name, at: Date.now(), sealed });
}

/** A form that survives a lost network, a closed app and an empty battery, sealed on this phone until it is handed in. */
export function useDraft<T extends object>(phone: Phone, name: string, empty: () => T) {
  const [draft, setDraft] = useState<T>(() => ({ ...empty(), ...forms.get(name) }));
  const touched = useRef(false);
  useEffect(() => {
    if (!touched.current) return;
    forms.set(name, draft);
    void saveDraft(phone, name, draft);
  }, [phone, name, draft]);
  const change = useCallback((part: Partial<T> | ((now: T) => Partial<T>)) => {
    touched.current = true;
    setDraft((now) => ({ ...now, ...(typeof part === 'function' ? part(now) : part) }));
  }, []);
  /** Called once it is handed in: the outbox has it now. */
  const clear = useCallback(() => {
    touched.current = false;
    forms.delete(name);
    void phone.base.draft.delete(name);
    setDraft(empty());
  }, [phone, name, empty]);
  return { draft, change, clear };
}
