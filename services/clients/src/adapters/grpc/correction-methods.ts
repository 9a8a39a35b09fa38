import * as contract from '@tyovayla/proto/tyovayla/clients/v1/client_corrections';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import type { ClientsCatalogue } from '../../application/catalogue.ts';
import { readChangeServiceLanguage } from '../../application/commands/change-service-language.ts';
import { readCorrectContactData } from '../../application/commands/correct-contact-data.ts';
import { readCorrectName } from '../../application/commands/correct-name.ts';
import { languageFrom } from './contract-enums.ts';
import { contactFrom, onClientFrom } from './request-mapping.ts';

/** Methods of the contract that correct what is kept of a client. */
export const correctionMethods = ({ commands }: ClientsCatalogue) => ({
  correctContactData: commandMethod({
    command: commands.correctContactData,
    request: contract.CorrectContactDataRequest,
    response: contract.CorrectContactDataResponse,
    input: (request) => readCorrectContactData({ ...onClientFrom(request), contact: contactFrom(request.contact) }),
    answer: (version) => version,
  }),
  correctName: commandMethod({
    command: commands.correctName,
    request: contract.CorrectNameRequest,
    response: contract.CorrectNameResponse,
    input: (request) =>
      readCorrectName({
        ...onClientFrom(request),
        givenNames: request.givenNames,
        familyName: request.familyName,
      }),
    answer: (version) => version,
  }),
  changeServiceLanguage: commandMethod({
    command: commands.changeServiceLanguage,
    request: contract.ChangeServiceLanguageRequest,
    response: contract.ChangeServiceLanguageResponse,
    input: (request) =>
      readChangeServiceLanguage({
        ...onClientFrom(request),
        serviceLanguage: languageFrom(request.serviceLanguage),
        interpreterLanguage: request.interpreterLanguage,
      }),
    answer: (version) => version,
  }),
});
