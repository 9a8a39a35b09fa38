import type { OutgoingEvent } from '@tyovayla/kernel/domain-event';
import { accepted } from '@tyovayla/kernel/result';
import type { Tx, Write } from '@tyovayla/kernel/sql';
import type { Command, CommandContext } from '@tyovayla/runtime/command';
import { composeTeams, type TeamFact, type ToldTeam } from '../../domain/assignment/compose-teams.ts';
import type { Organisation } from '../../domain/assignment/organisation.ts';
import { firesTimers } from '../access.ts';

/** How teams were told last. */
export type ToldTeams = {
  /** All of them; another process that tells waits until this transaction ends. */
  lock(tx: Tx): Promise<readonly ToldTeam[]>;
  save(team: ToldTeam): Write;
};

export type TellTeamsPorts = {
  readonly organisation: Organisation;
  readonly toldTeams: ToldTeams;
  readonly teamEvents: { outgoing(fact: TeamFact, context: CommandContext): OutgoingEvent };
};

export type TellTeamsCommand = Command<
  Record<string, never>,
  readonly ToldTeam[],
  readonly TeamFact[],
  TeamFact,
  { readonly teams: number }
>;

/**
 * Tells other services who works in which team, where the area's reference file says something else than was told last:
 * the client registry shows a client to the members of their team. By the service itself, when it starts.
 */
export const tellTeamsCommand = ({ organisation, toldTeams, teamEvents }: TellTeamsPorts): TellTeamsCommand => ({
  name: 'TellTeams',
  access: { ...firesTimers('caseload'), purpose: 'staffing' },
  load: (tx) => toldTeams.lock(tx),
  decide: (told) => {
    const facts = composeTeams(organisation, told);
    return accepted({ next: facts, facts, answer: { teams: facts.length } });
  },
  save: ({ next }) => next.map(({ team }) => toldTeams.save(team)),
  publish: ({ facts }, context) => facts.map((fact) => teamEvents.outgoing(fact, context)),
  subjectOf: () => undefined,
});
