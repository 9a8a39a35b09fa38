import type { Sql, Tx } from '@tyovayla/kernel/sql';
import type { InitialInterview } from '../domain/initial-interview/initial-interview.ts';

/** Initial interviews, one a client: that of the running job search. */
export type InitialInterviews = {
  find(sql: Sql, clientId: string): Promise<InitialInterview | undefined>;
  /** Stores it in place of the client's former one. */
  put(tx: Tx, interview: InitialInterview): Promise<void>;
  remove(tx: Tx, clientId: string): Promise<void>;
  /** Remembers from now on who may know of the client; does nothing where no interview is planned. */
  setWithheld(tx: Tx, change: { readonly clientId: string; readonly withheld: boolean }): Promise<void>;
};
