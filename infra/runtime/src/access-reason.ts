/** Why a client under protection may be looked at; the contracts' enums carry the same. */
export const accessReasons = [
  'CLIENT_SERVICE',
  'CLIENT_CONTACT',
  'STATEMENT',
  'RECORD_KEEPING',
  'DATA_SUBJECT_REQUEST',
  'PROTECTION',
] as const;

export type AccessReason = (typeof accessReasons)[number];

/** A part of every query that can show a client: why it is asked, where the client is under protection. */
export type WithReason = { readonly accessReason?: AccessReason };
