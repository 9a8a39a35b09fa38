import { z } from 'zod';
import { seenVersion, staffIdText } from './meeting-schemas.ts';
import { languageText } from './profile-schemas.ts';
import {
  consentDataGroups,
  consentPurposes,
  consentRecipientKinds,
  contactChannels,
  functionalLimitKinds,
  identityCodeChangeGrounds,
  informationTopics,
  limitExtents,
  workAbilityPurposes,
  workAbilitySources,
} from './record-codes.ts';
import { contact, dateText, identityCodeText, idText, municipalityText, serviceLanguage } from './schemas.ts';

/** Shapes of the parts of a client's record: work ability, consents, receipts, corrections, moves, protection. */

const version = z.int().default(0);
const onVersion = { expectedVersion: seenVersion };
export const changedRecord = z.object({ version });

const purpose = z.enum(workAbilityPurposes);
export const workAbilityQuery = z.strictObject({ purpose });
export const workAbilityBody = z.strictObject({
  ...onVersion,
  purpose,
  workAbility: z.strictObject({
    limits: z
      .array(z.strictObject({ kind: z.enum(functionalLimitKinds), extent: z.enum(limitExtents) }))
      .max(functionalLimitKinds.length)
      .default([]),
    source: z.enum(workAbilitySources),
    assessedDate: dateText,
    reviewDate: dateText,
  }),
});
export const workAbilityAnswer = z.object({
  workAbility: z
    .object({
      limits: z.array(z.object({ kind: z.string(), extent: z.string() })).default([]),
      source: z.string().default(''),
      assessedDate: z.string(),
      reviewDate: z.string(),
    })
    .optional(),
  workAbilityVersion: version,
});
export type WorkAbilityAnswer = z.infer<typeof workAbilityAnswer>;
export const changedWorkAbility = z.object({ workAbilityVersion: version });

export const consentBody = z.strictObject({
  consent: z.strictObject({
    recipientKind: z.enum(consentRecipientKinds),
    recipientBusinessId: z
      .string()
      .regex(/^\d{7}-\d$/)
      .optional()
      .describe('Absent where the sort says it all'),
    dataGroups: z.array(z.enum(consentDataGroups)).min(1),
    purpose: z.enum(consentPurposes),
    fromDate: dateText,
    toDate: dateText,
    channel: z.enum(contactChannels),
  }),
});
export const consentGiven = z.object({ consentId: z.string() });
export const consentList = z.object({
  consents: z
    .array(
      z.object({
        consentId: z.string(),
        recipientKind: z.string().default(''),
        recipientBusinessId: z.string().optional(),
        dataGroups: z.array(z.string()).default([]),
        purpose: z.string().default(''),
        fromDate: z.string(),
        toDate: z.string(),
        channel: z.string().default(''),
        givenDate: z.string().default(''),
        withdrawnDate: z.string().optional(),
        holdsToday: z.boolean().default(false),
      }),
    )
    .default([]),
});
export type ConsentListView = z.infer<typeof consentList>;

export const receiptBody = z.strictObject({
  topic: z.enum(informationTopics),
  language: languageText,
  channel: z.enum(contactChannels),
  informedDate: dateText,
});
export const receiptRecorded = z.object({ receiptId: z.string() });
export const receiptList = z.object({
  receipts: z
    .array(
      z.object({
        receiptId: z.string(),
        topic: z.string().default(''),
        language: z.string(),
        channel: z.string().default(''),
        informedDate: z.string(),
      }),
    )
    .default([]),
});
export type ReceiptListView = z.infer<typeof receiptList>;

const nameText = z.string().trim().min(1).max(100);
export const contactBody = z.strictObject({ ...onVersion, contact });
export const nameBody = z.strictObject({ ...onVersion, givenNames: nameText, familyName: nameText });
export const languageBody = z.strictObject({
  ...onVersion,
  serviceLanguage,
  interpreterLanguage: languageText.optional().describe('Absent where no interpreter is needed'),
});

export const moveBody = z.strictObject({ ...onVersion, municipalityCode: municipalityText, fromDate: dateText });
export const transferBody = z.strictObject({
  ...onVersion,
  toAreaCode: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  transferredDate: dateText,
});
export const transferred = z.object({ version, transferId: z.string() });
export const identityCodeBody = z.strictObject({
  ...onVersion,
  identityCode: identityCodeText,
  ground: z.enum(identityCodeChangeGrounds),
});

export const handlerBody = z.strictObject({ ...onVersion, handlerId: staffIdText });
export const prolongBody = z.strictObject({
  validToDate: dateText.optional().describe('Absent where granted until further notice'),
});
export const contactAddressBody = z.strictObject({
  contactAddress: z
    .strictObject({
      streetAddress: z.string().trim().min(1).max(200),
      postalCode: z.string().regex(/^\d{5}$/),
      city: z.string().trim().min(1).max(100),
    })
    .optional()
    .describe('Absent to take it away'),
});
export const reviewList = z.object({
  reviews: z.array(z.object({ clientId: z.string(), validToDate: z.string() })).default([]),
});
export type ProtectionReviewsView = z.infer<typeof reviewList>;

export const consentParams = z.strictObject({ clientId: idText, consentId: idText });
