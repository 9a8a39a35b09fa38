import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/multi_sector';
import type { ExitReason, MultiSectorGround, MultiSectorState } from '../../domain/multi-sector/multi-sector-case.ts';
import type { MultiSectorPlan, ReconciledService, TaskOwner } from '../../domain/multi-sector/multi-sector-plan.ts';
import type { Party } from '../../domain/multi-sector/party.ts';
import type { PromptReason } from '../../domain/rules/multi-sector.ts';

/** The contract's codes as words of the domain; a number that it doesn't know gives a word that nobody knows. */
export const partyFrom = (party: contract.MultiSectorParty): string =>
  contract.multiSectorPartyToJSON(party).replace('MULTI_SECTOR_PARTY_', '');

export const groundFrom = (ground: contract.MultiSectorGround): string =>
  contract.multiSectorGroundToJSON(ground).replace('MULTI_SECTOR_GROUND_', '');

export const findingFrom = (finding: contract.ConsultationFinding): string =>
  contract.consultationFindingToJSON(finding).replace('CONSULTATION_FINDING_', '');

export const ownerFrom = (owner: contract.MultiSectorTaskOwner): string =>
  contract.multiSectorTaskOwnerToJSON(owner).replace('MULTI_SECTOR_TASK_OWNER_', '');

export const serviceFrom = (service: contract.MultiSectorService): string =>
  contract.multiSectorServiceToJSON(service).replace('MULTI_SECTOR_SERVICE_', '');

export const signerFrom = (signer: contract.MultiSectorSigner): string =>
  contract.multiSectorSignerToJSON(signer).replace('MULTI_SECTOR_SIGNER_', '');

export const exitReasonFrom = (reason: contract.MultiSectorExitReason): string =>
  contract.multiSectorExitReasonToJSON(reason).replace('MULTI_SECTOR_EXIT_REASON_', '');

/** Words of the domain as the contract's codes. */
export const partyTo = (party: Party): contract.MultiSectorParty =>
  contract.multiSectorPartyFromJSON(`MULTI_SECTOR_PARTY_${party}`);

export const groundTo = (ground: MultiSectorGround): contract.MultiSectorGround =>
  contract.multiSectorGroundFromJSON(`MULTI_SECTOR_GROUND_${ground}`);

export const stateTo = (state: MultiSectorState): contract.MultiSectorState =>
  contract.multiSectorStateFromJSON(`MULTI_SECTOR_STATE_${state}`);

export const ownerTo = (owner: TaskOwner): contract.MultiSectorTaskOwner =>
  contract.multiSectorTaskOwnerFromJSON(`MULTI_SECTOR_TASK_OWNER_${owner}`);

export const serviceTo = (service: ReconciledService): contract.MultiSectorService =>
  contract.multiSectorServiceFromJSON(`MULTI_SECTOR_SERVICE_${service}`);

export const planStateTo = (state: MultiSectorPlan['state']): contract.MultiSectorPlanState =>
  contract.multiSectorPlanStateFromJSON(`MULTI_SECTOR_PLAN_STATE_${state}`);

export const exitReasonTo = (reason: ExitReason): contract.MultiSectorExitReason =>
  contract.multiSectorExitReasonFromJSON(`MULTI_SECTOR_EXIT_REASON_${reason}`);

export const promptReasonTo = (reason: PromptReason): contract.MultiSectorPromptReason =>
  contract.multiSectorPromptReasonFromJSON(`MULTI_SECTOR_PROMPT_REASON_${reason}`);
