/** Names one change once and for all: the same caller may send it again, another payload may not use it. */
export type RequestClaim = {
  readonly program: string;
  readonly actorId: string;
  readonly requestId: string;
  /** SHA-256 of the method's name and the request's bytes. */
  readonly payloadHash: Uint8Array;
};

export type ClaimOutcome =
  | { readonly kind: 'new' }
  | { readonly kind: 'seen'; readonly answer: Uint8Array }
  | { readonly kind: 'other-payload' };
