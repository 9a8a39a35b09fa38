import type { AnyEndpoint } from './endpoint.ts';
import { extractClientData, getAccessReport } from './endpoints/access-report.ts';
import * as changes from './endpoints/record-changes.ts';
import * as parts from './endpoints/record-parts.ts';

/** What is kept of a client beside job search and process, and what a client may ask about it. */
export const recordEndpoints: readonly AnyEndpoint[] = [
  getAccessReport,
  extractClientData,
  parts.getProfile,
  parts.recordProfile,
  parts.publishProfile,
  parts.publishMinimumProfile,
  parts.withdrawProfile,
  parts.getWorkAbility,
  parts.recordWorkAbility,
  parts.listConsents,
  parts.giveConsent,
  parts.withdrawConsent,
  parts.listInformationReceipts,
  parts.recordInformationReceipt,
  changes.correctContactData,
  changes.correctName,
  changes.changeServiceLanguage,
  changes.changeIdentityCode,
  changes.moveClient,
  changes.transferClientOut,
  changes.reassignProtectedHandler,
  changes.prolongProtectionOrder,
  changes.recordContactAddress,
  changes.listProtectionReviews,
];
