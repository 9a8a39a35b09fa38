import { TeamComposed } from '@tyovayla/proto/tyovayla/guidance/v1/assignment_events';
import { outgoingEvent } from '@tyovayla/runtime/outgoing-event';
import type { TellTeamsPorts } from '../../application/commands/tell-teams.ts';

/** Tells of a team, an aggregate of its own: no client hangs on it. */
export const teamEvents: TellTeamsPorts['teamEvents'] = {
  outgoing: ({ kind, team: { teamId, version, members } }, context) =>
    outgoingEvent(
      { concept: 'team', aggregateId: teamId, aggregateVersion: version },
      { ...context, causationId: context.requestId },
      (meta) => ({
        type: `tyovayla.guidance.v1.${kind}`,
        body: TeamComposed.encode({
          meta,
          teamId,
          members: members.map(({ staffId, worksFrom: fromDate, worksTo: toDate = '' }) => ({
            staffId,
            fromDate,
            toDate,
          })),
        }).finish(),
      }),
    ),
};
