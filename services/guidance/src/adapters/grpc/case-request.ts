import {
  accessReasonToJSON,
  type AccessReason as ContractReason,
} from '@tyovayla/proto/tyovayla/guidance/v1/access_reason';
import { accessReasons, type WithReason } from '@tyovayla/runtime/access-reason';
import type { OnCase } from '../../application/case-command.ts';

/** The client of a request. Postgres and the access log write ids in lower case. */
export const clientIdOf = ({ clientId }: { readonly clientId: string }): OnCase => ({
  clientId: clientId.toLowerCase(),
});

type AskedRequest = { readonly clientId: string; readonly accessReason?: ContractReason | undefined };

/** The client whom a query is on, and why they are looked at; nothing where no reason is stated. */
export const askedOf = ({ accessReason, ...request }: AskedRequest): OnCase & WithReason => {
  const stated = accessReason && accessReasonToJSON(accessReason).replace('ACCESS_REASON_', '');
  const reason = accessReasons.find((known) => known === stated);
  return { ...clientIdOf(request), ...(reason !== undefined && { accessReason: reason }) };
};

/** A version that the caller has seen, as a part to spread; 0 in the contract takes the newest. */
export const expectedVersionOf = ({
  expectedVersion,
}: {
  readonly expectedVersion: number;
}): { readonly expectedVersion?: number } => (expectedVersion === 0 ? {} : { expectedVersion });
