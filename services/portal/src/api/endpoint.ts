import type { z } from 'zod';
import type { Session } from '../session/session.ts';
import type { Caller, Change, Services } from './ports.ts';

/** What a handler gets: checked input, and on whose behalf it acts. */
export type Call<Params, Query, Body> = {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly session: Session;
  readonly caller: Caller;
  readonly services: Services;
};

type Schemas<Params, Query, Body, Answer> = {
  readonly method: 'GET' | 'POST';
  /** Path below the portal's address, parameters as `:name`. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  readonly answer: z.ZodType<Answer>;
};

/**
 * One endpoint as a declaration, from which both the route and the OpenAPI document are made. A `change` needs an
 * Idempotency-Key; every endpoint needs a session, so that a forgotten one is closed.
 */
export type Endpoint<Params, Query, Body, Answer> = Schemas<Params, Query, Body, Answer> &
  (
    | { readonly kind: 'read'; handle(call: Call<Params, Query, Body>): Promise<Answer> }
    | {
        readonly kind: 'change';
        handle(call: Call<Params, Query, Body> & { readonly caller: Change }): Promise<Answer>;
      }
  );

// biome-ignore lint/suspicious/noExplicitAny: the catalogue holds endpoints of every shape
export type AnyEndpoint = Endpoint<any, any, any, any>;

type Reading<P, Q, B, A> = Schemas<P, Q, B, A> & { handle(call: Call<P, Q, B>): Promise<A> };
type Changing<P, Q, B, A> = Schemas<P, Q, B, A> & {
  handle(call: Call<P, Q, B> & { readonly caller: Change }): Promise<A>;
};

/** Declares an endpoint that changes nothing. */
export const reading = <P, Q, B, A>(declaration: Reading<P, Q, B, A>): Endpoint<P, Q, B, A> => ({
  ...declaration,
  kind: 'read',
});

/** Declares an endpoint that changes something: sent again under the same key it changes nothing more. */
export const changing = <P, Q, B, A>(declaration: Changing<P, Q, B, A>): Endpoint<P, Q, B, A> => ({
  ...declaration,
  kind: 'change',
});
