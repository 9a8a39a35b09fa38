import type { z } from 'zod';
import type { Caller, Change } from './ports.ts';
import type * as profiles from './profile-schemas.ts';
import type * as record from './record-schemas.ts';
import type { AccessQuery } from './schemas.ts';

type OfClient = { readonly clientId: string };

type Reads<Input, Schema extends z.ZodType> = (caller: Caller, input: Input) => Promise<z.infer<Schema>>;
type Does<Input, Schema extends z.ZodType> = (change: Change, input: Input) => Promise<z.infer<Schema>>;
type Body<Schema extends z.ZodType> = z.infer<Schema>;
type Seen = OfClient & AccessQuery;

/** Parts of a client's record that have versions or lists of their own. */
export type RecordParts = {
  getProfile: Reads<Seen, typeof profiles.profileAnswer>;
  recordProfile: Does<OfClient & Body<typeof profiles.recordProfileBody>, typeof profiles.changedProfile>;
  publishProfile: Does<OfClient & Body<typeof profiles.publishProfileBody>, typeof profiles.changedProfile>;
  publishMinimumProfile: Does<OfClient & Body<typeof profiles.minimumProfileBody>, typeof profiles.changedProfile>;
  withdrawProfile: Does<OfClient, typeof profiles.changedProfile>;
  getWorkAbility: Reads<OfClient & Body<typeof record.workAbilityQuery>, typeof record.workAbilityAnswer>;
  recordWorkAbility: Does<OfClient & Body<typeof record.workAbilityBody>, typeof record.changedWorkAbility>;
  listConsents: Reads<Seen, typeof record.consentList>;
  giveConsent: Does<OfClient & Body<typeof record.consentBody>, typeof record.consentGiven>;
  withdrawConsent: Does<OfClient & { readonly consentId: string }, typeof record.consentGiven>;
  listInformationReceipts: Reads<Seen, typeof record.receiptList>;
  recordInformationReceipt: Does<OfClient & Body<typeof record.receiptBody>, typeof record.receiptRecorded>;
};

/** Corrections of a client's record, its moves, and the care for a protection order. */
export type RecordChanges = {
  correctContactData: Does<OfClient & Body<typeof record.contactBody>, typeof record.changedRecord>;
  correctName: Does<OfClient & Body<typeof record.nameBody>, typeof record.changedRecord>;
  changeServiceLanguage: Does<OfClient & Body<typeof record.languageBody>, typeof record.changedRecord>;
  changeIdentityCode: Does<OfClient & Body<typeof record.identityCodeBody>, typeof record.changedRecord>;
  moveClient: Does<OfClient & Body<typeof record.moveBody>, typeof record.changedRecord>;
  transferClientOut: Does<OfClient & Body<typeof record.transferBody>, typeof record.transferred>;
  reassignProtectedHandler: Does<OfClient & Body<typeof record.handlerBody>, typeof record.changedRecord>;
  prolongProtectionOrder: Does<OfClient & Body<typeof record.prolongBody>, typeof record.changedRecord>;
  recordContactAddress: Does<OfClient & Body<typeof record.contactAddressBody>, typeof record.changedRecord>;
  listProtectionReviews: Reads<object, typeof record.reviewList>;
};

/** The parts of a client's record, by the names of the registry's own verbs. Every "no" is a ProblemError. */
export type RecordService = RecordParts & RecordChanges;
