/** Keeps the app on this phone, so that it opens without a network; where a browser cannot, everything else still works. */
export function keepShell(): void {
  if (import.meta.env.PROD && 'serviceWorker' in navigator)
    void navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`).catch(() => undefined);
}
