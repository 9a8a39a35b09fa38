import type { Clock } from '@tyovayla/kernel/clock';
import * as contract from '@tyovayla/proto/tyovayla/clients/v1/profile';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import type { ClientsCatalogue } from '../../application/catalogue.ts';
import { readPublishMinimumProfile } from '../../application/commands/publish-minimum-profile.ts';
import { readPublishProfile } from '../../application/commands/publish-profile.ts';
import { readRecordProfile } from '../../application/commands/record-profile.ts';
import { clientProfileTo, partCodes, profileFormFrom } from './profile-mapping.ts';
import { clientIdFrom, onClientFrom, reasonFrom } from './request-mapping.ts';

/** Methods of the contract on profiles. */
export const profileMethods = ({ commands, queries }: ClientsCatalogue, clock: Clock) => ({
  recordProfile: commandMethod({
    command: commands.recordProfile,
    request: contract.RecordProfileRequest,
    response: contract.RecordProfileResponse,
    input: (request) =>
      readRecordProfile({ ...onClientFrom(request), profile: profileFormFrom(request.profile) }, clock.today()),
    answer: (version) => version,
  }),
  publishProfile: commandMethod({
    command: commands.publishProfile,
    request: contract.PublishProfileRequest,
    response: contract.PublishProfileResponse,
    input: (request) => readPublishProfile({ ...onClientFrom(request), parts: request.parts.map(partCodes.from) }),
    answer: (version) => version,
  }),
  publishMinimumProfile: commandMethod({
    command: commands.publishMinimumProfile,
    request: contract.PublishMinimumProfileRequest,
    response: contract.PublishMinimumProfileResponse,
    input: (request) =>
      readPublishMinimumProfile({
        ...onClientFrom(request),
        dueOn: request.dueDate,
        occupationsSought: request.occupationsSought,
      }),
    answer: (version) => version,
  }),
  withdrawProfile: commandMethod({
    command: commands.withdrawProfile,
    request: contract.WithdrawProfileRequest,
    response: contract.WithdrawProfileResponse,
    input: onClientFrom,
    answer: (version) => version,
  }),
  getProfile: queryMethod({
    query: queries.getProfile,
    request: contract.GetProfileRequest,
    response: contract.GetProfileResponse,
    input: (request) => ({ ...reasonFrom(request), clientId: clientIdFrom(request.clientId) }),
    view: ({ part }) => clientProfileTo(part),
  }),
});
