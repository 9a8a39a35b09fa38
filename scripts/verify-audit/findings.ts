/** What can be wrong with an access log. Each has its own line in the report. */
export type FindingKind =
  | 'EDITED'
  | 'DELETED'
  | 'INSERTED'
  | 'REORDERED'
  | 'TRUNCATED'
  | 'REWRITTEN'
  | 'CHECKPOINT_FORGED'
  | 'UNWITNESSED'
  | 'UNCHAINED_TOO_LONG';

/** One thing that was found, with the place in words. */
export type Finding = { readonly kind: FindingKind; readonly text: string };
