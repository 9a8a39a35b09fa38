import { accepted } from '@tyovayla/kernel/result';
import {
  type Neglect,
  type NeglectCandidate,
  type NeglectStage,
  type ReasonVerdict,
  stageOn,
  verdictOf,
} from '../../domain/neglect/neglect.ts';
import { type NeglectProposal, proposeConsequence } from '../../domain/neglect/propose-consequence.ts';
import { neglectIdOf, standing } from '../../domain/statement/statement.ts';
import { servesClients } from '../access.ts';
import type { OnCase } from '../case-command.ts';
import { type CaseQuery, caseQuery } from '../case-query.ts';
import type { NeglectPorts } from '../neglect-ports.ts';
import type { CasePorts } from '../ports.ts';
import type { StatementPorts } from '../statement-ports.ts';

/** A neglect as an official sees it: with the client's words, the proposal, and the statement that stands on it. */
export type NeglectView = {
  readonly neglect: Neglect;
  /** Where the handling stands today. */
  readonly stage: NeglectStage;
  readonly verdict?: ReasonVerdict;
  readonly explanation?: string;
  readonly proposal?: NeglectProposal;
  readonly statementId?: string;
};

type Ports = CasePorts & NeglectPorts & StatementPorts;

/** A client's neglects, the newest first, with what the system proposes and why. */
export const listNeglectsQuery = (ports: Ports): CaseQuery<OnCase, readonly NeglectView[]> =>
  caseQuery(ports, {
    name: 'ListNeglects',
    access: servesClients('neglect'),
    load: async (sql, { clientId }, { clientCase, context }) => {
      const [neglects, explanations, statements] = await Promise.all([
        ports.neglects.ofClient(sql, clientId),
        ports.neglects.explanations(sql, clientId),
        ports.statements.ofClient(sql, clientId),
      ]);
      const jobSearchStartedOn = clientCase.jobSearch?.startedOn;
      const facts = { neglects, ...(jobSearchStartedOn !== undefined && { jobSearchStartedOn }) };
      const views = neglects.map((neglect): NeglectView => {
        const explanation = 'hearing' in neglect ? explanations.get(neglect.hearing.hearingId) : undefined;
        const proposal = proposeConsequence(neglect, facts);
        const statement = standing(statements).find(({ content }) => neglectIdOf(content) === neglect.neglectId);
        return {
          neglect,
          stage: stageOn(neglect, context.today),
          ...(neglect.status === 'ASSESSED' && { verdict: verdictOf(neglect.finding) }),
          ...(explanation !== undefined && { explanation }),
          ...(proposal !== undefined && { proposal }),
          ...(statement !== undefined && { statementId: statement.statementId }),
        };
      });
      return accepted(views.toReversed());
    },
  });

/** What the system takes for neglects of a client and nobody has settled yet. */
export const listNeglectCandidatesQuery = (
  ports: CasePorts & NeglectPorts,
): CaseQuery<OnCase, readonly NeglectCandidate[]> =>
  caseQuery(ports, {
    name: 'ListNeglectCandidates',
    access: servesClients('neglect'),
    load: async (sql, { clientId }) => accepted(await ports.neglects.openCandidates(sql, clientId)),
  });
