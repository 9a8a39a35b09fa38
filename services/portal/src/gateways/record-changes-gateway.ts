import * as corrections from '@tyovayla/proto/tyovayla/clients/v1/client_corrections';
import * as identity from '@tyovayla/proto/tyovayla/clients/v1/identity';
import * as move from '@tyovayla/proto/tyovayla/clients/v1/move';
import * as protection from '@tyovayla/proto/tyovayla/clients/v1/protection';
import * as transfer from '@tyovayla/proto/tyovayla/clients/v1/transfer';
import type { RecordChanges } from '../api/record-ports.ts';
import * as schemas from '../api/record-schemas.ts';
import type { ClientsCalls } from './clients-calls.ts';
import { does, reads } from './process-call.ts';

const service = 'clients';

const correcting = (calls: ClientsCalls) => ({
  correctContactData: does({
    service,
    request: corrections.CorrectContactDataRequest,
    response: corrections.CorrectContactDataResponse,
    call: calls.correctContactData,
    answer: schemas.changedRecord,
  }),
  correctName: does({
    service,
    request: corrections.CorrectNameRequest,
    response: corrections.CorrectNameResponse,
    call: calls.correctName,
    answer: schemas.changedRecord,
  }),
  changeServiceLanguage: does({
    service,
    request: corrections.ChangeServiceLanguageRequest,
    response: corrections.ChangeServiceLanguageResponse,
    call: calls.changeServiceLanguage,
    answer: schemas.changedRecord,
    codes: { serviceLanguage: 'SERVICE_LANGUAGE_' },
  }),
  changeIdentityCode: does({
    service,
    request: identity.ChangeIdentityCodeRequest,
    response: identity.ChangeIdentityCodeResponse,
    call: calls.changeIdentityCode,
    answer: schemas.changedRecord,
    codes: { ground: 'IDENTITY_CODE_CHANGE_GROUND_' },
  }),
});

const moving = (calls: ClientsCalls) => ({
  moveClient: does({
    service,
    request: move.MoveClientRequest,
    response: move.MoveClientResponse,
    call: calls.moveClient,
    answer: schemas.changedRecord,
  }),
  transferClientOut: does({
    service,
    request: transfer.TransferClientOutRequest,
    response: transfer.TransferClientOutResponse,
    call: calls.transferClientOut,
    answer: schemas.transferred,
  }),
});

const protecting = (calls: ClientsCalls) => ({
  reassignProtectedHandler: does({
    service,
    request: protection.ReassignProtectedHandlerRequest,
    response: protection.ReassignProtectedHandlerResponse,
    call: calls.reassignProtectedHandler,
    answer: schemas.changedRecord,
  }),
  prolongProtectionOrder: does({
    service,
    request: protection.ProlongProtectionOrderRequest,
    response: protection.ProlongProtectionOrderResponse,
    call: calls.prolongProtectionOrder,
    answer: schemas.changedRecord,
  }),
  recordContactAddress: does({
    service,
    request: protection.RecordContactAddressRequest,
    response: protection.RecordContactAddressResponse,
    call: calls.recordContactAddress,
    answer: schemas.changedRecord,
  }),
  listProtectionReviews: reads({
    service,
    request: protection.ListProtectionReviewsRequest,
    response: protection.ListProtectionReviewsResponse,
    call: calls.listProtectionReviews,
    answer: schemas.reviewList,
  }),
});

/** Corrections, moves and protection over gRPC, as the API needs them. */
export const recordChangesGateway = (calls: ClientsCalls): RecordChanges => ({
  ...correcting(calls),
  ...moving(calls),
  ...protecting(calls),
});
