/** One entry of the access log: who saw or changed a client's data, when and for what. No personal data of the client. */
export type ClientAccess = {
  readonly entryId: string;
  readonly at: Date;
  /** Opaque staff id, or the program's name. */
  readonly actorId: string;
  /** Role on whose strength it was done. */
  readonly actorRole: string;
  readonly action: string;
  readonly dataGroup: string;
  readonly purpose: string;
  readonly result: 'SHOWN' | 'CHANGED' | 'REFUSED';
};

/** Where a page ends: the next begins after this entry. */
export type AccessPosition = { readonly at: Date; readonly entryId: string };
