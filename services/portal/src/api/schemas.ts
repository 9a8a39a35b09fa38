import { parseIdentityCode } from '@tyovayla/kernel/identity-code';
import { accessReasons } from '@tyovayla/runtime/access-reason';
import { z } from 'zod';
import { endReasons, serviceLanguages } from './codes.ts';

/**
 * Shapes of this API: the one source for checking requests, for the types of the handlers and for the OpenAPI
 * document. Names are those of the services' contracts in camel case, enum values without their prefix.
 */

export const dateText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('YYYY-MM-DD, Europe/Helsinki');
export const monthText = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe('YYYY-MM');
export const municipalityText = z
  .string()
  .regex(/^\d{3}$/)
  .describe('Municipality of residence, three digits');
export const statusText = z
  .string()
  .regex(/^0[0-57-9]$/)
  .describe('National employment status code');
export const idText = z.uuid();

/** Checks a personal identity code so that its fault is told together with those of the other fields. */
export const identityCodeText = z
  .string()
  .superRefine((text, context) => {
    const parsed = parseIdentityCode(text);
    if (parsed.ok) return;
    context.addIssue({ code: 'custom', params: { code: `IDENTITY_CODE_${parsed.refusal}` }, message: 'not valid' });
  })
  .describe('Personal identity code, 11 characters. Only ever in a request body, never in an address');

export const serviceLanguage = z.enum(serviceLanguages);

export const endReason = z.enum(endReasons);

export const contact = z.strictObject({
  email: z.email().max(254).optional(),
  phone: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/)
    .describe('International form, +358…')
    .optional(),
  streetAddress: z.string().max(200).optional(),
  postalCode: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  city: z.string().max(100).optional(),
});

export const protectionOrder = z.strictObject({
  validFromDate: dateText,
  validToDate: dateText.optional().describe('Last day granted; absent where granted until further notice'),
  handlerId: z.string().min(1).max(64).describe('Opaque staff id of the assigned handler'),
});

export const registerBody = z.strictObject({
  identityCode: identityCodeText,
  givenNames: z.string().trim().min(1).max(100),
  familyName: z.string().trim().min(1).max(100),
  municipalityCode: municipalityText,
  serviceLanguage,
  citizenships: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .max(5)
    .describe('ISO 3166-1 alpha-2'),
  contact: contact.optional(),
  statusCode: statusText,
  protectionOrder: protectionOrder.optional(),
});
export type RegisterBody = z.infer<typeof registerBody>;

export const registered = z.object({
  clientId: z.string(),
  jobSearchId: z.string(),
  formerJobSearchId: z.string().optional(),
  startedDate: dateText,
});
export type Registered = z.infer<typeof registered>;

export const statusBody = z.strictObject({
  statusCode: statusText,
  fromDate: dateText,
  expectedVersion: z.int().min(0).max(4_294_967_295).default(0).describe('Version seen; 0 to take the newest'),
});
export type StatusBody = z.infer<typeof statusBody>;

export const endBody = z.strictObject({
  reason: endReason,
  endedDate: dateText,
  expectedVersion: z.int().min(0).max(4_294_967_295).default(0).describe('Version seen; 0 to take the newest'),
});
export type EndBody = z.infer<typeof endBody>;

export const changed = z.object({ version: z.int() });
export type Changed = z.infer<typeof changed>;

export const clientSummary = z.object({
  clientId: z.string(),
  givenNames: z.string(),
  familyName: z.string(),
  municipalityCode: z.string(),
  statusCode: z.string().optional(),
  jobSearchStartedDate: z.string().optional(),
});
export type ClientSummaryView = z.infer<typeof clientSummary>;

/** The client found; of one whom the caller does not serve the id alone, for stating a need by it. */
export const foundClient = z.object({
  clientId: z.string(),
  needRequired: z.boolean(),
  client: clientSummary.optional(),
});
export type FoundClientView = z.infer<typeof foundClient>;

const statusSpell = z.object({ statusCode: z.string(), fromDate: z.string(), toDate: z.string().optional() });

const jobSearch = z.object({
  jobSearchId: z.string(),
  formerJobSearchId: z.string().optional(),
  startedDate: z.string(),
  endedDate: z.string().optional(),
  endReason: z.string().optional(),
  statusSpells: z.array(statusSpell),
});

export const client = z.object({
  clientId: z.string(),
  identityCode: z.string(),
  givenNames: z.string(),
  familyName: z.string(),
  birthDate: z.string(),
  municipalityCode: z.string(),
  serviceLanguage: z.string(),
  citizenships: z.array(z.string()),
  contact,
  residentSinceDate: z.string().optional(),
  interpreterLanguage: z.string().optional().describe('Absent where no interpreter is needed'),
  contactAddress: z.object({ streetAddress: z.string(), postalCode: z.string(), city: z.string() }).optional(),
  protectionOrder: protectionOrder.optional(),
  jobSearches: z.array(jobSearch).describe('The newest first'),
  labourMarketSubsidyDays: z.int(),
  version: z.int(),
});
export type ClientView = z.infer<typeof client>;

const accessReason = z.enum(accessReasons).optional();

/** Why a client under a protection order is looked at: without it their handler is refused. */
export const accessQuery = z.strictObject({ accessReason });
export type AccessQuery = z.infer<typeof accessQuery>;

export const listQuery = z.strictObject({
  name: z.string().max(100).default(''),
  municipality: municipalityText.optional(),
  status: statusText.optional(),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
  pageToken: z.string().max(1000).default(''),
  accessReason: accessReason.describe('With it, a handler also gets the clients under protection whom they serve'),
});
export type ListQuery = z.infer<typeof listQuery>;

export const findBody = z.strictObject({ identityCode: identityCodeText, ...accessQuery.shape });
export type FindBody = z.infer<typeof findBody>;

export const clientList = z.object({ clients: z.array(clientSummary), nextPageToken: z.string().optional() });
export type ClientListView = z.infer<typeof clientList>;

export const pageQuery = z.strictObject({
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
  pageToken: z.string().max(1000).default(''),
});
export type PageQuery = z.infer<typeof pageQuery>;

export const accessesQuery = z.strictObject({ ...pageQuery.shape, ...accessQuery.shape });
export type AccessesQuery = z.infer<typeof accessesQuery>;

export const accessList = z.object({
  accesses: z.array(
    z.object({
      accessTime: z.string(),
      actorId: z.string(),
      actorRole: z.string(),
      action: z.string(),
      dataGroup: z.string(),
      purpose: z.string(),
      result: z.string(),
    }),
  ),
  nextPageToken: z.string().optional(),
});
export type AccessListView = z.infer<typeof accessList>;

export const initialInterview = z.object({
  /** "DUE" with a date; "NONE" where no job search runs or guidance has not heard of it yet; "UNAVAILABLE". */
  state: z.enum(['DUE', 'NONE', 'UNAVAILABLE']),
  dueDate: z.string().optional(),
  workingDays: z.int().optional(),
  ruleValidFromDate: z.string().optional(),
  status: z.string().optional().describe('What has become of it, as a meeting’s status'),
});
export type InitialInterviewView = z.infer<typeof initialInterview>;
