import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { StaleWhileRevalidate } from 'workbox-strategies';

/** What the build says of the app this worker keeps. */
declare const __SHELL__: {
  readonly base: string;
  readonly files: { readonly url: string; readonly revision: string | null }[];
  readonly others: readonly string[];
  readonly kept: readonly string[];
};
declare const clients: { claim(): Promise<void> };
declare const skipWaiting: () => Promise<void>;

/** Which requests a browser need not ask the worker about; not every browser knows these rules. */
type Rule = {
  readonly condition: { readonly urlPattern: { readonly pathname: string } };
  readonly source: 'fetch-event' | 'network';
};
type Installing = Event & { addRoutes?(rules: readonly Rule[]): Promise<void> };

const { base, files, others, kept } = __SHELL__;

precacheAndRoute(files);
cleanupOutdatedCaches();

const begins = (path: string) => new RegExp(`^${path.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL(`${base}index.html`), { denylist: others.map(begins) }),
);
registerRoute(
  ({ url, request, sameOrigin }) =>
    sameOrigin && request.method === 'GET' && kept.some((path) => url.pathname.startsWith(path)),
  new StaleWhileRevalidate({ cacheName: 'fengqiao-definitions' }),
);

const rule = (pathname: string, source: Rule['source']): Rule => ({
  condition: { urlPattern: { pathname } },
  source,
});
// What the worker has nothing to say about goes past it: calls need not wait until it is awake, and it is not kept at work
// by them, which would keep a newer version out.
addEventListener('install', (event: Installing) => {
  const rules = [...kept.map((path) => rule(`${path}*`, 'fetch-event')), rule('/api/*', 'network')];
  void event.addRoutes?.(rules);
});

// A new version waits until somebody presses the button: half a form must not change under the hand.
addEventListener('message', ({ data }) => {
  if (data === 'take-over') void skipWaiting();
});
// The page that brought the worker along is looked after from its first visit on.
addEventListener('activate', () => void clients.claim());
