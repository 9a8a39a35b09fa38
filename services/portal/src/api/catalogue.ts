import { clientProcess } from './client-process.ts';
import type { AnyEndpoint } from './endpoint.ts';
import {
  endJobSearch,
  liftProtectionOrder,
  recordEmploymentStatus,
  recordProtectionOrder,
  registerJobSeeker,
} from './endpoints/client-changes.ts';
import { listClientNames } from './endpoints/client-names.ts';
import { findClient, getClient, getInitialInterview, listClientAccesses, listClients } from './endpoints/clients.ts';
import { getMyDay, getTeamLoad, listTeams } from './endpoints/guidance-day.ts';
import { listUndeliveredStatements, resendStatement } from './endpoints/guidance-deliveries.ts';
import { listOpenNeeds, openAccess } from './endpoints/guidance-needs.ts';
import { endSubstitution, listSubstitutions, setSubstitute } from './endpoints/guidance-substitutions.ts';
import { explainRule, listRules } from './endpoints/rules.ts';
import { getRowSeries, getSituationPicture, getStatedPicture } from './endpoints/situation-picture.ts';
import { multiSectorEndpoints } from './multi-sector-endpoints.ts';
import { recordEndpoints } from './record-endpoints.ts';

/** The table of contents of the portal's API. What is not here does not exist. */
export const endpoints: readonly AnyEndpoint[] = [
  getSituationPicture,
  getStatedPicture,
  getRowSeries,
  listClients,
  findClient,
  listClientNames,
  registerJobSeeker,
  getClient,
  listClientAccesses,
  getInitialInterview,
  recordEmploymentStatus,
  endJobSearch,
  recordProtectionOrder,
  liftProtectionOrder,
  getMyDay,
  listTeams,
  getTeamLoad,
  listSubstitutions,
  setSubstitute,
  endSubstitution,
  openAccess,
  listOpenNeeds,
  listUndeliveredStatements,
  resendStatement,
  ...clientProcess,
  ...recordEndpoints,
  ...multiSectorEndpoints,
  listRules,
  explainRule,
];
