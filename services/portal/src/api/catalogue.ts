import type { AnyEndpoint } from './endpoint.ts';
import {
  endJobSearch,
  liftProtectionOrder,
  recordEmploymentStatus,
  recordProtectionOrder,
  registerJobSeeker,
} from './endpoints/client-changes.ts';
import { findClient, getClient, getInitialInterview, listClientAccesses, listClients } from './endpoints/clients.ts';
import { explainRule, listRules } from './endpoints/rules.ts';
import { getRowSeries, getSituationPicture, getStatedPicture } from './endpoints/situation-picture.ts';

/** The table of contents of the portal's API. What is not here does not exist. */
export const endpoints: readonly AnyEndpoint[] = [
  getSituationPicture,
  getStatedPicture,
  getRowSeries,
  listClients,
  findClient,
  registerJobSeeker,
  getClient,
  listClientAccesses,
  getInitialInterview,
  recordEmploymentStatus,
  endJobSearch,
  recordProtectionOrder,
  liftProtectionOrder,
  listRules,
  explainRule,
];
