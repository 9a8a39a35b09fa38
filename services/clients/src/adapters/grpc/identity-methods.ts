import * as identity from '@tyovayla/proto/tyovayla/clients/v1/identity';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import type { ClientsCatalogue } from '../../application/catalogue.ts';
import { readChangeIdentityCode } from '../../application/commands/change-identity-code.ts';
import { readResolutions, type WrittenResolution } from '../../application/commands/merge-clients.ts';
import { mergeConflicts } from '../../domain/client/merge-conflict.ts';
import { clientIdFrom, onClientFrom } from './request-mapping.ts';

const groundFrom = (ground: identity.IdentityCodeChangeGround): string =>
  identity.identityCodeChangeGroundToJSON(ground).replace('IDENTITY_CODE_CHANGE_GROUND_', '');

/** The contract lets only defined conflicts and sides through; one that is not known settles nothing. */
const resolutionFrom = ({ conflict, side }: identity.MergeResolution): readonly WrittenResolution[] => {
  const name = identity.mergeConflictToJSON(conflict).replace('MERGE_CONFLICT_', '');
  const known = mergeConflicts.find((each) => each === name);
  return known === undefined
    ? []
    : [{ conflict: known, side: side === identity.MergeSide.MERGE_SIDE_KEPT ? 'KEPT' : 'MERGED' }];
};

const expected = <Name extends string>(name: Name, version: number): { readonly [Key in Name]?: number } =>
  (version === 0 ? {} : { [name]: version }) as { readonly [Key in Name]?: number };

/** Another identity code for a person; two records of one person. */
export const identityMethods = (commands: ClientsCatalogue['commands']) => ({
  changeIdentityCode: commandMethod({
    command: commands.changeIdentityCode,
    request: identity.ChangeIdentityCodeRequest,
    response: identity.ChangeIdentityCodeResponse,
    input: (request) =>
      readChangeIdentityCode({
        ...onClientFrom(request),
        identityCode: request.identityCode,
        ground: groundFrom(request.ground),
      }),
    answer: (version) => version,
  }),
  mergeClients: commandMethod({
    command: commands.mergeClients,
    request: identity.MergeClientsRequest,
    response: identity.MergeClientsResponse,
    input: (request) => {
      const resolutions = readResolutions(request.resolutions.flatMap(resolutionFrom));
      if (!resolutions.ok) return resolutions;
      return {
        ok: true,
        value: {
          keptClientId: clientIdFrom(request.keptClientId),
          mergedClientId: clientIdFrom(request.mergedClientId),
          resolutions: resolutions.value,
          ...expected('expectedVersion', request.expectedVersion),
          ...expected('mergedExpectedVersion', request.mergedExpectedVersion),
        },
      };
    },
    answer: (version) => version,
  }),
  splitClients: commandMethod({
    command: commands.splitClients,
    request: identity.SplitClientsRequest,
    response: identity.SplitClientsResponse,
    input: (request) => ({
      keptClientId: clientIdFrom(request.keptClientId),
      mergedClientId: clientIdFrom(request.mergedClientId),
      ...expected('expectedVersion', request.expectedVersion),
    }),
    answer: (version) => version,
  }),
});
