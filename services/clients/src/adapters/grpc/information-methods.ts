import type { Clock } from '@tyovayla/kernel/clock';
import * as contract from '@tyovayla/proto/tyovayla/clients/v1/information_receipt';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import type { ClientsCatalogue } from '../../application/catalogue.ts';
import { readRecordInformationReceipt } from '../../application/commands/record-information-receipt.ts';
import type { KeptReceipt } from '../../domain/information/information-receipt.ts';
import { channels } from './contact-channel.ts';
import { codesOf } from './contract-codes.ts';
import { clientIdFrom, reasonFrom } from './request-mapping.ts';

const topics = codesOf({
  prefix: 'INFORMATION_TOPIC_',
  toJSON: contract.informationTopicToJSON,
  fromJSON: contract.informationTopicFromJSON,
});

/** As the contract shows it. */
export const receiptTo = ({
  receiptId,
  topic,
  language,
  channel,
  informedOn,
}: KeptReceipt): contract.InformationReceipt => ({
  receiptId,
  topic: topics.to(topic),
  language,
  channel: channels.to(channel),
  informedDate: informedOn,
});

/** Methods of the contract on what clients were informed of. */
export const informationMethods = ({ commands, queries }: ClientsCatalogue, clock: Clock) => ({
  recordInformationReceipt: commandMethod({
    command: commands.recordInformationReceipt,
    request: contract.RecordInformationReceiptRequest,
    response: contract.RecordInformationReceiptResponse,
    input: ({ clientId, topic, language, channel, informedDate }) => {
      const receipt = {
        topic: topics.from(topic),
        language,
        channel: channels.from(channel),
        informedOn: informedDate,
      };
      return readRecordInformationReceipt({ clientId: clientIdFrom(clientId), receipt }, clock.today());
    },
    answer: (id) => id,
  }),
  listInformationReceipts: queryMethod({
    query: queries.listInformationReceipts,
    request: contract.ListInformationReceiptsRequest,
    response: contract.ListInformationReceiptsResponse,
    input: (request) => ({ ...reasonFrom(request), clientId: clientIdFrom(request.clientId) }),
    view: ({ part }) => ({ receipts: part.map(receiptTo) }),
  }),
});
