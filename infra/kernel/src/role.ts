/** What a member of staff is trusted with. Given by the identity provider, checked by every service. */
export const roles = [
  'CASE_SPECIALIST',
  'SERVICE_MANAGER',
  'PROTECTED_CLIENT_HANDLER',
  'STATISTICIAN',
  'BOARD_MEMBER',
  'AUDITOR',
  'INTEGRATION_ADMIN',
  /** A named person of the wellbeing services county or Kela: sees the shared data of clients to whose network they are appointed. */
  'MULTI_SECTOR_MEMBER',
] as const;

export type Role = (typeof roles)[number];

/** Every role, so that a computed access matrix forbids a newcomer by default. */
export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);
