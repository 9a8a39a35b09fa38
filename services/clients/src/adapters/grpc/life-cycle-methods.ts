import * as move from '@tyovayla/proto/tyovayla/clients/v1/move';
import * as protection from '@tyovayla/proto/tyovayla/clients/v1/protection';
import * as transfer from '@tyovayla/proto/tyovayla/clients/v1/transfer';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { pageSizeOf } from '@tyovayla/runtime/page';
import type { ClientsCatalogue } from '../../application/catalogue.ts';
import { readMoveClient } from '../../application/commands/move-client.ts';
import { readProlongProtectionOrder } from '../../application/commands/prolong-protection-order.ts';
import { readReceiveTransfer } from '../../application/commands/receive-transfer.ts';
import { readRecordContactAddress } from '../../application/commands/record-contact-address.ts';
import { readTransferClientOut } from '../../application/commands/transfer-client-out.ts';
import type { ReadRegistration } from '../../application/read-registration.ts';
import { handOverTo } from './hand-over-mapping.ts';
import { onClientFrom, transferFormFrom } from './request-mapping.ts';

type Commands = ClientsCatalogue['commands'];
type Queries = ClientsCatalogue['queries'];

/** Ids are UUIDs by the contract's rules; Postgres and the access log write them in lower case. */
const lower = (id: string): string => id.toLowerCase();

/** A move within the area, and cases that go to other areas and come from them. */
export const areaMethods = (
  { commands, queries }: { readonly commands: Commands; readonly queries: Queries },
  readRegistration: ReadRegistration,
) => ({
  moveClient: commandMethod({
    command: commands.moveClient,
    request: move.MoveClientRequest,
    response: move.MoveClientResponse,
    input: (request) =>
      readMoveClient({
        ...onClientFrom(request),
        municipalityCode: request.municipalityCode,
        from: request.fromDate,
      }),
    answer: (version) => version,
  }),
  transferClientOut: commandMethod({
    command: commands.transferClientOut,
    request: transfer.TransferClientOutRequest,
    response: transfer.TransferClientOutResponse,
    input: (request) =>
      readTransferClientOut({
        ...onClientFrom(request),
        toArea: request.toAreaCode,
        transferredOn: request.transferredDate,
        planIds: request.planIds.map(lower),
      }),
    answer: ({ version, transferId }) => ({ version, transferId }),
  }),
  listHandOvers: queryMethod({
    query: queries.listHandOvers,
    request: transfer.ListHandOversRequest,
    response: transfer.ListHandOversResponse,
    input: ({ pageSize }) => ({ limit: pageSizeOf(pageSize) }),
    view: (handOvers) => ({
      handOvers: handOvers.map(({ transferId, toArea, transferredOn }) => ({
        transferId,
        toAreaCode: toArea,
        transferredDate: transferredOn,
      })),
    }),
  }),
  getHandOver: queryMethod({
    query: queries.getHandOver,
    request: transfer.GetHandOverRequest,
    response: transfer.GetHandOverResponse,
    input: ({ transferId }) => ({ transferId: lower(transferId) }),
    view: (handOver) => ({ handOver: handOverTo(handOver) }),
  }),
  acknowledgeTransfer: commandMethod({
    command: commands.acknowledgeTransfer,
    request: transfer.AcknowledgeTransferRequest,
    response: transfer.AcknowledgeTransferResponse,
    input: ({ transferId }) => ({ transferId: lower(transferId) }),
    answer: () => ({}),
  }),
  receiveTransfer: commandMethod({
    command: commands.receiveTransfer,
    request: transfer.ReceiveTransferRequest,
    response: transfer.ReceiveTransferResponse,
    input: (request) =>
      readReceiveTransfer(
        { form: transferFormFrom(request), fromArea: request.fromAreaCode, takenInOn: request.transferredDate },
        readRegistration,
      ),
    answer: ({ startedOn, formerJobSearchId = '', ...ids }) => ({ ...ids, formerJobSearchId, startedDate: startedOn }),
  }),
});

/** What belongs to a protection order, beside recording and lifting it. */
export const protectionMethods = ({
  commands,
  queries,
}: {
  readonly commands: Commands;
  readonly queries: Queries;
}) => ({
  reassignProtectedHandler: commandMethod({
    command: commands.reassignProtectedHandler,
    request: protection.ReassignProtectedHandlerRequest,
    response: protection.ReassignProtectedHandlerResponse,
    input: (request) => ({ ...onClientFrom(request), handlerId: request.handlerId }),
    answer: (version) => version,
  }),
  handOverProtectedDesk: commandMethod({
    command: commands.handOverProtectedDesk,
    request: protection.HandOverProtectedDeskRequest,
    response: protection.HandOverProtectedDeskResponse,
    input: ({ fromHandlerId, toHandlerId }) => ({ fromHandlerId, toHandlerId }),
    answer: () => ({}),
  }),
  prolongProtectionOrder: commandMethod({
    command: commands.prolongProtectionOrder,
    request: protection.ProlongProtectionOrderRequest,
    response: protection.ProlongProtectionOrderResponse,
    input: (request) => readProlongProtectionOrder({ ...onClientFrom(request), validTo: request.validToDate }),
    answer: (version) => version,
  }),
  recordContactAddress: commandMethod({
    command: commands.recordContactAddress,
    request: protection.RecordContactAddressRequest,
    response: protection.RecordContactAddressResponse,
    input: (request) => {
      const { contactAddress } = request;
      return readRecordContactAddress({ ...onClientFrom(request), ...(contactAddress && { contactAddress }) });
    },
    answer: (version) => version,
  }),
  listProtectionReviews: queryMethod({
    query: queries.listProtectionReviews,
    request: protection.ListProtectionReviewsRequest,
    response: protection.ListProtectionReviewsResponse,
    input: () => ({}),
    view: (reviews) => ({
      reviews: reviews.map(({ clientId, validTo }) => ({ clientId, validToDate: validTo })),
    }),
  }),
});
