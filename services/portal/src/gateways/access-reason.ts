import { AccessReason } from '@tyovayla/proto/tyovayla/clients/v1/protection';
import { AccessReason as GuidanceReason } from '@tyovayla/proto/tyovayla/guidance/v1/access_reason';
import type { AccessQuery } from '../api/schemas.ts';
import { contractValue } from './contract-codes.ts';

const reasonBy =
  <Names extends Readonly<Record<string, number>>>(names: Names) =>
  ({ accessReason }: AccessQuery): { readonly accessReason?: Names[keyof Names] } =>
    accessReason === undefined ? {} : { accessReason: contractValue(names, 'ACCESS_REASON_', accessReason) };

/** The reason for looking at a client under protection, as a part of a request to clients; empty where none is given. */
export const accessReasonOf = reasonBy(AccessReason);

/** The same, as a part of a request to guidance. */
export const guidanceReasonOf = reasonBy(GuidanceReason);
