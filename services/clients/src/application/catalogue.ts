import { clientRules } from '../domain/rules/client-rules.ts';
import { acknowledgeTransferCommand } from './commands/acknowledge-transfer.ts';
import { anonymiseClientCommand } from './commands/anonymise-client.ts';
import { changeIdentityCodeCommand } from './commands/change-identity-code.ts';
import { changeServiceLanguageCommand } from './commands/change-service-language.ts';
import { correctContactDataCommand } from './commands/correct-contact-data.ts';
import { correctNameCommand } from './commands/correct-name.ts';
import { endJobSearchCommand } from './commands/end-job-search.ts';
import { followSuccessionCommand } from './commands/follow-succession.ts';
import { giveConsentCommand } from './commands/give-consent.ts';
import { handOverProtectedDeskCommand } from './commands/hand-over-protected-desk.ts';
import { liftProtectionOrderCommand } from './commands/lift-protection-order.ts';
import { mergeClientsCommand } from './commands/merge-clients.ts';
import { moveClientCommand } from './commands/move-client.ts';
import { prolongProtectionOrderCommand } from './commands/prolong-protection-order.ts';
import { publishMinimumProfileCommand } from './commands/publish-minimum-profile.ts';
import { publishProfileCommand } from './commands/publish-profile.ts';
import { reassignProtectedHandlerCommand } from './commands/reassign-protected-handler.ts';
import { receiveTransferCommand } from './commands/receive-transfer.ts';
import { recordContactAddressCommand } from './commands/record-contact-address.ts';
import { recordEmploymentStatusCommand } from './commands/record-employment-status.ts';
import { recordInformationReceiptCommand } from './commands/record-information-receipt.ts';
import { recordProfileCommand } from './commands/record-profile.ts';
import { recordProtectionOrderCommand } from './commands/record-protection-order.ts';
import { recordSubsidyDaysCommand } from './commands/record-subsidy-days.ts';
import { recordWorkAbilityCommand } from './commands/record-work-ability.ts';
import { registerJobSeekerCommand } from './commands/register-job-seeker.ts';
import { splitClientsCommand } from './commands/split-clients.ts';
import { succeedHandlerCommand } from './commands/succeed-handler.ts';
import { transferClientOutCommand } from './commands/transfer-client-out.ts';
import { turnAgeCommand } from './commands/turn-age.ts';
import { withdrawConsentCommand } from './commands/withdraw-consent.ts';
import { withdrawProfileCommand } from './commands/withdraw-profile.ts';
import type { ClientsPorts } from './ports.ts';
import { extractClientDataQuery } from './queries/extract-client-data.ts';
import { findClientByIdentityCodeQuery } from './queries/find-client-by-identity-code.ts';
import { getClientQuery } from './queries/get-client.ts';
import { getHandOverQuery } from './queries/get-hand-over.ts';
import { getProfileQuery } from './queries/get-profile.ts';
import { getWorkAbilityQuery } from './queries/get-work-ability.ts';
import { listClientAccessesQuery } from './queries/list-client-accesses.ts';
import { listClientsQuery } from './queries/list-clients.ts';
import { listConsentsQuery } from './queries/list-consents.ts';
import { listHandOversQuery } from './queries/list-hand-overs.ts';
import { listInformationReceiptsQuery } from './queries/list-information-receipts.ts';
import { listNetworkClientsQuery } from './queries/list-network-clients.ts';
import { listProtectionReviewsQuery } from './queries/list-protection-reviews.ts';
import { replayEventsQuery } from './queries/replay-events.ts';
import { followService } from './reactions/follow-service.ts';

/** Everything that the service does. */
export const clientsCatalogue = (ports: ClientsPorts) =>
  ({
    commands: {
      registerJobSeeker: registerJobSeekerCommand(ports),
      recordEmploymentStatus: recordEmploymentStatusCommand(ports),
      recordSubsidyDays: recordSubsidyDaysCommand(ports),
      endJobSearch: endJobSearchCommand(ports),
      recordProtectionOrder: recordProtectionOrderCommand(ports),
      liftProtectionOrder: liftProtectionOrderCommand(ports),
      recordProfile: recordProfileCommand(ports),
      publishProfile: publishProfileCommand(ports),
      publishMinimumProfile: publishMinimumProfileCommand(ports),
      withdrawProfile: withdrawProfileCommand(ports),
      recordWorkAbility: recordWorkAbilityCommand(ports),
      giveConsent: giveConsentCommand(ports),
      withdrawConsent: withdrawConsentCommand(ports),
      recordInformationReceipt: recordInformationReceiptCommand(ports),
      correctContactData: correctContactDataCommand(ports),
      correctName: correctNameCommand(ports),
      changeServiceLanguage: changeServiceLanguageCommand(ports),
      moveClient: moveClientCommand(ports),
      transferClientOut: transferClientOutCommand(ports),
      acknowledgeTransfer: acknowledgeTransferCommand(ports),
      receiveTransfer: receiveTransferCommand(ports),
      reassignProtectedHandler: reassignProtectedHandlerCommand(ports),
      handOverProtectedDesk: handOverProtectedDeskCommand(ports),
      prolongProtectionOrder: prolongProtectionOrderCommand(ports),
      recordContactAddress: recordContactAddressCommand(ports),
      changeIdentityCode: changeIdentityCodeCommand(ports),
      mergeClients: mergeClientsCommand(ports),
      splitClients: splitClientsCommand(ports),
      /** By timer, not over gRPC. */
      turnAge: turnAgeCommand(ports),
      anonymiseClient: anonymiseClientCommand(ports),
      followSuccession: followSuccessionCommand(ports),
      succeedHandler: succeedHandlerCommand(ports),
    },
    queries: {
      getClient: getClientQuery(ports),
      findClientByIdentityCode: findClientByIdentityCodeQuery(ports),
      listClients: listClientsQuery(ports),
      listClientAccesses: listClientAccessesQuery(ports),
      getProfile: getProfileQuery(ports),
      getWorkAbility: getWorkAbilityQuery(ports),
      listConsents: listConsentsQuery(ports),
      listInformationReceipts: listInformationReceiptsQuery(ports),
      extractClientData: extractClientDataQuery(ports),
      listHandOvers: listHandOversQuery(ports),
      getHandOver: getHandOverQuery(ports),
      listProtectionReviews: listProtectionReviewsQuery(ports),
      listNetworkClients: listNetworkClientsQuery(ports),
      replayEvents: replayEventsQuery(ports),
    },
    /** To what guidance tells of who serves whom. */
    reactions: { followService: followService(ports.serving) },
    /** For the rule desk. */
    rules: clientRules,
  }) as const;

export type ClientsCatalogue = ReturnType<typeof clientsCatalogue>;
