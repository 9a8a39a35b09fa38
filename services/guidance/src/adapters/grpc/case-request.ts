import type { OnCase } from '../../application/case-command.ts';

/** The client of a request. Postgres and the access log write ids in lower case. */
export const clientIdOf = ({ clientId }: { readonly clientId: string }): OnCase => ({
  clientId: clientId.toLowerCase(),
});

/** A version that the caller has seen, as a part to spread; 0 in the contract takes the newest. */
export const expectedVersionOf = ({
  expectedVersion,
}: {
  readonly expectedVersion: number;
}): { readonly expectedVersion?: number } => (expectedVersion === 0 ? {} : { expectedVersion });
