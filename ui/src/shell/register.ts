import { useEffect, useState } from 'react';
import { keepShell } from './keep-shell.ts';

/** Keeps the app's shell, and tells when a newer one waits: `takeOver` lets it in and opens the page anew. */
export function useShell(): { waiting: boolean; takeOver: () => void } {
  const [next, setNext] = useState<ServiceWorker | null>(null);
  useEffect(() => {
    const watch = (registration: ServiceWorkerRegistration) => {
      const see = (worker: ServiceWorker | null) => {
        if (worker?.state === 'installed' && navigator.serviceWorker.controller !== null) setNext(worker);
      };
      see(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => see(worker));
      });
    };
    void keepShell().then((kept) => kept !== null && watch(kept));
  }, []);
  const takeOver = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    next?.postMessage('take-over');
  };
  return { waiting: next !== null, takeOver };
}
