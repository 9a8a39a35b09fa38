/** One step of a schema's history. Append-only: a step that has run anywhere is never altered. */
export type SqlMigration = {
  /** Unique, sorted by its number: "Outbox1001". Infrastructure has 1000–1999, services have 2000 and up. */
  readonly name: string;
  /** Statements, run in order in one transaction. `:app` stands for the quoted app role's name. */
  readonly up: readonly string[];
};
