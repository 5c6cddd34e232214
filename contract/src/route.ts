import Type, { type Static, type TSchema } from 'typebox';
import type { Both } from './both.ts';
import type { Role } from './roles.ts';

/** Who may call an operation at all; what they may see of it is decided by scope. */
export type Who = 'anyone' | 'signed-in' | 'resident' | 'staff' | readonly Role[];

export type { Both };

/** One operation, told once: the server checks by it, the client calls by it, the documentation is made of it. */
export type Route<
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
  R extends TSchema = TSchema,
> = {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly who: Who;
  readonly says: Both;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly reply: R;
  /** Reading personal data is an act: the server writes an access record with it. */
  readonly reads?: 'personal';
  /**
   * A password, code or key goes in or out, or what stands under somebody's own key: nothing of it may be kept beside that, so a
   * repeated key is not replayed.
   */
  readonly secret?: true;
  /** A grave act: whoever does it has proved within ten minutes that it is still they. */
  readonly stepUp?: true;
  /** Told neither in what is measured nor in the log: that it was called at all would say something about people. */
  readonly apart?: true;
  /** The largest body in bytes, where the usual megabyte is too small. */
  readonly bytes?: number;
};

type Empty = ReturnType<typeof nothing>;
const nothing = () => Type.Object({}, { additionalProperties: false });

type Told<P, Q, B, R> = Omit<Route, 'params' | 'query' | 'body' | 'reply'> & {
  params?: P;
  query?: Q;
  body?: B;
  reply: R;
};

/** Declares an operation; parts left out accept nothing. */
export function route<
  R extends TSchema,
  P extends TSchema = Empty,
  Q extends TSchema = Empty,
  B extends TSchema = Empty,
>(told: Told<P, Q, B, R>): Route<P | Empty, Q | Empty, B | Empty, R> & { params: P; query: Q; body: B } {
  const none = nothing();
  return { params: none, query: none, body: none, ...told } as unknown as ReturnType<
    typeof route<R, P, Q, B>
  >;
}

/** An object that refuses fields it does not know. */
export const Shape = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });

export type In<R extends Route> = {
  params: Static<R['params']>;
  query: Static<R['query']>;
  body: Static<R['body']>;
};
export type Out<R extends Route> = Static<R['reply']>;
