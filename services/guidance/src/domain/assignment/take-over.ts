import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { jobSearchNotRunning } from '../client-case/case-refusals.ts';
import { type ClientCase, isProtected } from '../client-case/client-case.ts';
import { caseloadOn } from '../rules/caseload.ts';
import {
  anotherTeamsClient,
  caseloadFull,
  clientAssignedAlready,
  handlerServesClient,
  specialistNotAtWork,
} from './assignment-refusals.ts';
import { type Load, loadOf } from './load.ts';
import { type Organisation, type Specialist, specialistOn } from './organisation.ts';

/** Who decides: what they may depends on whether they lead the service or work in the client's team. */
export type Decider = { readonly staffId: string; readonly leads: 'SERVICE' | 'NOTHING' };

/** A specialist shall get a client. */
export type TakeOver = {
  readonly staffId: string;
  /** The clients the specialist has now. */
  readonly clients: number;
  /** Why the specialist goes over the most; empty where they don't. Counts from a service manager only. */
  readonly writtenGround: string;
  readonly by: Decider;
  readonly today: LocalDate;
  readonly organisation: Organisation;
};

export type TakenOver = {
  readonly specialist: Specialist;
  readonly load: Load;
  readonly by: 'PERSON' | 'PERSON_OVER_MOST';
};

/** Whether the decider leads the service, or works in the team that has the client. */
export const decidesFor = (
  { teamId }: Pick<ClientCase, 'teamId'>,
  { by, today, organisation }: Pick<TakeOver, 'by' | 'today' | 'organisation'>,
): boolean =>
  by.leads === 'SERVICE' || (teamId !== undefined && specialistOn(organisation, by.staffId, today)?.teamId === teamId);

/**
 * Whether a specialist may get a client from a person's hand: the job search runs, no handler serves the client, the
 * specialist works today and isn't the client's already, and has room. Over the most only with a service manager's
 * written ground. Source: seed, chapters 2 and 3 (teams, at most 120 clients).
 */
export const takeOver = (clientCase: ClientCase, request: TakeOver): Result<TakenOver, Refusal> => {
  const { staffId, clients, writtenGround, by, today, organisation } = request;
  if (isProtected(clientCase)) return refused(handlerServesClient());
  if (clientCase.jobSearch === undefined) return refused(jobSearchNotRunning);
  if (!decidesFor(clientCase, request)) return refused(anotherTeamsClient());
  const specialist = specialistOn(organisation, staffId, today);
  if (specialist === undefined) return refused(specialistNotAtWork());
  if (clientCase.specialistId === staffId) return refused(clientAssignedAlready());
  const { params } = caseloadOn(today);
  const over = clients >= params.most;
  if (over && (by.leads !== 'SERVICE' || writtenGround === '')) return refused(caseloadFull(clients, params.most));
  return accepted({ specialist, load: loadOf(clients + 1, params), by: over ? 'PERSON_OVER_MOST' : 'PERSON' });
};
