/** Why somebody who does not serve a client needs the client's data. */
export const needReasons = ['CLIENT_CONTACT', 'CONSULTATION', 'URGENT', 'SERVICE_MATTER', 'CHECK'] as const;

export type NeedReason = (typeof needReasons)[number];

/** A need that somebody stated in their own words. It opens one client's data to them for some hours, and is listed. */
export type StatedNeed = {
  readonly needId: string;
  readonly clientId: string;
  readonly staffId: string;
  readonly reason: NeedReason;
  /** What for, in a few words; holds no identity code. */
  readonly text: string;
  readonly openedAt: Date;
  readonly until: Date;
};
