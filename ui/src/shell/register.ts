import { useEffect, useState } from 'react';

/**
 * Installs the app's shell so that it opens without a network, and tells when a newer one waits: `takeOver` lets it in and
 * opens the page anew. Where there is no https a browser has no such thing, and the app works online.
 */
export function useShell(at: string): { waiting: boolean; takeOver: () => void } {
  const [next, setNext] = useState<ServiceWorker | null>(null);
  useEffect(() => {
    if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
    const { serviceWorker } = navigator;
    const watch = (registration: ServiceWorkerRegistration) => {
      const see = (worker: ServiceWorker | null) => {
        if (worker?.state === 'installed' && serviceWorker.controller !== null) setNext(worker);
      };
      see(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => see(worker));
      });
    };
    serviceWorker.register(`${at}sw.js`, { scope: at }).then(watch, () => undefined);
  }, [at]);
  const takeOver = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    next?.postMessage('take-over');
  };
  return { waiting: next !== null, takeOver };
}
