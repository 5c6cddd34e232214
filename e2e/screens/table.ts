import type { APIRequestContext } from 'playwright-core';

/** One screen: whose it is, where it stands, and how the address of a screen about one thing is found. */
export type Screen = {
  readonly app: 'console' | 'resident' | 'field';
  readonly role: string;
  /** As the app's own table of screens says it. */
  readonly route: string;
  /** What comes after the route: a part, a filter. */
  readonly search?: string;
  /** The id that fills the route, asked of the server as the role. */
  readonly id?: (ask: Ask) => Promise<string>;
};

/** Asks the server as whoever the screen is for. */
export type Ask = (path: string) => Promise<unknown>;

export const asking =
  (request: APIRequestContext, base: string): Ask =>
  async (path) => {
    const answer = await request.get(`${base}/api${path}`);
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`);
    return answer.json();
  };

type Item = Readonly<Record<string, unknown>>;
const isList = (told: unknown): told is { readonly items: readonly Item[] } =>
  typeof told === 'object' && told !== null && 'items' in told && Array.isArray(told.items);

/** The id of the first thing of a list. */
const first =
  (path: string, name = 'id') =>
  async (ask: Ask): Promise<string> => {
    const told = await ask(path);
    const found = isList(told) ? told.items[0]?.[name] : undefined;
    if (typeof found !== 'string' && typeof found !== 'number')
      throw new Error(`${path} has nothing to open`);
    return String(found);
  };

type Rest = Pick<Screen, 'search' | 'id'>;
const at =
  (app: Screen['app']) =>
  (role: string, route: string, rest: Rest = {}): Screen => ({ app, role, route, ...rest });
const desk = at('console');
const phone = at('resident');
const worker = at('field');

/** Where a screen is in a browser. */
export async function addressOf({ app, route, search = '', id }: Screen, ask: Ask): Promise<string> {
  const filled = id === undefined ? route : route.replace(/:\w+/, await id(ask));
  const front = { console: '/console', resident: '', field: '/field' }[app];
  return `${front}${filled === '/' && front !== '' ? '' : filled}${search}`;
}

export { desk, first, phone, worker };
