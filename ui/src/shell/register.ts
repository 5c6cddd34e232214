import { useEffect, useState } from 'react';
import { keepShell } from './keep-shell.ts';

const HOUR = 3_600_000;

/**
 * Keeps the app's shell, and tells when a newer one waits: `takeOver` lets it in and opens the page anew. An app that stays
 * open for days asks for a newer one itself when it comes back in sight; browsers do so only when a page is opened.
 */
export function useShell(): { waiting: boolean; entering: boolean; takeOver: () => void } {
  const [next, setNext] = useState<ServiceWorker | null>(null);
  const [entering, setEntering] = useState(false);
  useEffect(() => {
    let look: () => void = () => undefined;
    let askedAt = 0;
    const watch = (registration: ServiceWorkerRegistration) => {
      const see = (worker: ServiceWorker | null) => {
        if (worker?.state === 'installed' && navigator.serviceWorker.controller !== null) setNext(worker);
      };
      see(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => see(worker));
      });
      look = () => {
        if (document.visibilityState !== 'visible' || Date.now() - askedAt < HOUR) return;
        askedAt = Date.now();
        void registration.update().catch(() => undefined);
      };
    };
    const seen = () => look();
    void keepShell().then((kept) => kept !== null && watch(kept));
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, []);
  const takeOver = () => {
    if (next === null) return;
    setEntering(true);
    letIn(next);
  };
  return { waiting: next !== null, entering, takeOver };
}

/**
 * Opens the page anew as soon as the newer worker is in charge; a browser keeps it out while the old one is at work. Another
 * window may have let it in before.
 */
function letIn(next: ServiceWorker): void {
  const reload = () => location.reload();
  if (next.state === 'activated') return reload();
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  next.postMessage('take-over');
}
