import { AccessReason } from '@tyovayla/proto/tyovayla/clients/v1/protection';
import type { AccessQuery } from '../api/schemas.ts';
import { contractValue } from './contract-codes.ts';

/** The reason for looking at a client under protection, as a part of a request; empty where none is given. */
export const accessReasonOf = ({ accessReason }: AccessQuery): { readonly accessReason?: AccessReason } =>
  accessReason === undefined ? {} : { accessReason: contractValue(AccessReason, 'ACCESS_REASON_', accessReason) };
