import type { In, Out, Route } from '@fengqiao/contract/route.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import type { Platform, Served } from '#platform/serve.ts';
import { mayCall } from '#platform/serve.ts';
import type { Http } from '#platform/http.ts';
import { fromJson } from '#platform/json.ts';
import { withWork, type Entry } from '#platform/work.ts';

/** Somebody of the town with a session of their own. */
export type Townsman = {
  readonly entry: Entry;
  readonly account: string | null;
  readonly name: string;
  readonly role: Role | null;
  readonly unit: string | null;
};

type Given<R extends Route> = Partial<In<R>>;

/** The street's clock while it is being lived: set to the moment of whatever happens next. */
export type Now = { at: Date };

const NOWHERE: Http = {
  ip: '127.0.0.1',
  agent: 'simulation',
  host: 'localhost',
  tokenHash: null,
  handedOut: false,
  keep: () => undefined,
  forget: () => undefined,
  limitBy: () => undefined,
};

/**
 * Does operations of the contract as townspeople do them, at the simulated moment: the same permission check and the same
 * act in the same transaction as over HTTP, without the network.
 */
export class Hands {
  readonly #platform: Platform;
  readonly #served: ReadonlyMap<string, Served>;
  readonly #now: Now;
  done = 0;

  constructor(platform: Platform, now: Now) {
    this.#platform = platform;
    this.#now = now;
    this.#served = new Map(
      platform.rooms.flatMap((room) => room.routes.map((served) => [served.route.id, served] as const)),
    );
  }

  async do<R extends Route>(who: Townsman, route: R, given: Given<R>): Promise<Out<R>> {
    const served = this.#served.get(route.id);
    if (!served) throw new Error(`nobody serves ${route.id}`);
    const input = { params: {}, query: {}, body: {}, ...given };
    this.done += 1;
    const said = await withWork(this.#platform, who.entry, this.#now.at, 'write', (work) => {
      mayCall(served.route, work);
      return served.act(work, input, NOWHERE);
    });
    return fromJson<Out<R>>(said);
  }
}
