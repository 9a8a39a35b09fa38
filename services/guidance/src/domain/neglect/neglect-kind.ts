/** Neglects in the client process, which climb the sanction staircase. Source: handbook 2.6. */
export const processNeglectKinds = [
  /** A meeting that the authority had booked. */
  'MISSED_MEETING',
  'PLAN_REFUSED',
  /** The agreed job opportunities of a period were not applied for. */
  'OBLIGATION_NOT_MET',
  /** A binding offer was not applied to. */
  'OFFER_NOT_APPLIED',
  'SERVICE_REFUSED',
  'SERVICE_STOPPED',
] as const;

/** Neglects with a waiting period of their own, beside the staircase. Source: handbook 2.6, last rows. */
export const jobNeglectKinds = [
  /** A job left, or its end caused, without a valid reason. */
  'JOB_LEFT',
  /** As above, of a job that lasted five days at most. */
  'SHORT_JOB_LEFT',
  /** A job that the client was chosen for, refused. */
  'CHOSEN_JOB_REFUSED',
] as const;

/** Neglects of contact, which end the job search. Source: handbook R1.6 c and d, R1.7. */
export const contactNeglectKinds = ['NO_CONTACT_BY_DEADLINE', 'SELF_BOOKED_MEETING_MISSED'] as const;

/**
 * Study places that a young client did not apply for. Source: handbook 2.4, which names no sanction: it stands beside the
 * staircase, and the benefit payer is told by the statement on the duty alone.
 */
export const studyNeglectKinds = ['STUDIES_NOT_APPLIED_FOR'] as const;

export const neglectKinds = [
  ...processNeglectKinds,
  ...jobNeglectKinds,
  ...contactNeglectKinds,
  ...studyNeglectKinds,
] as const;

export type ProcessNeglectKind = (typeof processNeglectKinds)[number];
export type JobNeglectKind = (typeof jobNeglectKinds)[number];
export type ContactNeglectKind = (typeof contactNeglectKinds)[number];
export type NeglectKind = (typeof neglectKinds)[number];

const isOneOf =
  <Kind extends NeglectKind>(kinds: readonly Kind[]) =>
  (kind: NeglectKind): kind is Kind =>
    (kinds as readonly NeglectKind[]).includes(kind);

export const isProcessNeglect = isOneOf(processNeglectKinds);
export const isJobNeglect = isOneOf(jobNeglectKinds);
export const isContactNeglect = isOneOf(contactNeglectKinds);
export const isStudyNeglect = isOneOf(studyNeglectKinds);
