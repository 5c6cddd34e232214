/**
 * Keeps the app on this phone, so that it opens without a network; null where a browser cannot, such as without https:
 * everything else still works.
 */
export async function keepShell(): Promise<ServiceWorkerRegistration | null> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return null;
  return navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`).catch(() => null);
}
