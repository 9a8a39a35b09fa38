export type AuditResult = 'SHOWN' | 'CHANGED' | 'REFUSED';

/** One action of one actor: who, through what, on which client, for what, with what result. No personal data. */
export type AuditEntry = {
  /** UUID v7. */
  readonly entryId: string;
  readonly time: Date;
  readonly actorKind: 'STAFF' | 'PROGRAM';
  readonly actorId: string;
  /** Role on whose strength it was done; "PROGRAM" where a program acts alone, "NONE" where no role suffices. */
  readonly actorRole: string;
  readonly program: string;
  /** Name of the command, query or feed: "GetClient". */
  readonly action: string;
  /** The client or record; absent for lists, figures and where none is known. */
  readonly subjectId?: string | undefined;
  readonly dataGroup: string;
  readonly purpose: string;
  readonly result: AuditResult;
  /** Code of the refusal or of the rule that denied; where something was shown, the reason that was stated, if one was. */
  readonly reason?: string | undefined;
  /** Id of the request, for a change. */
  readonly requestId?: string | undefined;
  readonly correlationId: string;
};
