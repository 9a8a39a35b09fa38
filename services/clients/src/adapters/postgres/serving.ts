import type { Asking, ServingRecords } from '../../application/serving-ports.ts';
import { servingStaff } from '../../application/serving-ports.ts';
import type { Serving } from '../../domain/client/serving.ts';

/** How whoever asks serves a client, as a column of the client's own row; the parameters follow `askedBy`. */
export const servingSql = (clientId: string, first: number): string =>
  `CASE WHEN $${first}::text IS NULL THEN NULL
    ELSE client_serving(${clientId}, $${first}, $${first + 1}::date, $${first + 2}::timestamptz) END AS serving`;

/** The three parameters: staff id, the service's day and instant. No staff id where nobody need serve the client. */
export const askedBy = (asking: Asking): readonly unknown[] => {
  const staff = servingStaff(asking);
  return [staff?.staffId, asking.today, asking.now];
};

export type ServingColumn = { readonly serving: Serving | null };

/** As a part to spread; nothing where they don't serve the client. */
export const servingFrom = ({ serving }: ServingColumn): { readonly serving?: Serving } =>
  serving === null ? {} : { serving };

const assignText = `INSERT INTO client_service (client_id, team_id, specialist_id)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[])
  ON CONFLICT (client_id) DO UPDATE SET team_id = excluded.team_id, specialist_id = excluded.specialist_id`;
const releaseText = 'UPDATE client_service SET specialist_id = NULL WHERE client_id = ANY ($1::uuid[])';
const openText = `INSERT INTO stated_need (need_id, client_id, staff_id, reason, until_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT ON CONSTRAINT stated_need_pk DO NOTHING`;
const endText = 'DELETE FROM stated_need WHERE client_id = $1';
const substituteText = `INSERT INTO substitution (substitution_id, absent_id, substitute_id, from_on, to_on)
  VALUES ($1, $2, $3, $4, $5) ON CONFLICT (substitution_id) DO NOTHING`;
// Ended before it began it has no day left.
const substitutionEndText = 'UPDATE substitution SET to_on = $2::date - 1 WHERE substitution_id = $1';
const leaveText = 'DELETE FROM team_member WHERE team_id = $1 AND staff_id <> ALL ($2::text[])';
const joinText = `INSERT INTO team_member (team_id, staff_id, from_on, to_on)
  SELECT $1, * FROM unnest($2::text[], $3::date[], $4::date[])
  ON CONFLICT (team_id, staff_id) DO UPDATE SET from_on = excluded.from_on, to_on = excluded.to_on`;

/** Who serves whom, in Postgres. */
export const servingRecords: ServingRecords = {
  assign: (assigned) => ({
    text: assignText,
    values: [
      assigned.map(({ clientId }) => clientId),
      assigned.map(({ teamId }) => teamId ?? null),
      assigned.map(({ specialistId }) => specialistId ?? null),
    ],
  }),
  release: (clientIds) => ({ text: releaseText, values: [clientIds] }),
  openNeed: ({ needId, clientId, staffId, reason, until }) => ({
    text: openText,
    values: [needId, clientId, staffId, reason, until],
  }),
  endNeeds: (clientId) => ({ text: endText, values: [clientId] }),
  setSubstitute: ({ substitutionId, absentId, substituteId, from, to }) => ({
    text: substituteText,
    values: [substitutionId, absentId, substituteId, from, to],
  }),
  endSubstitution: ({ substitutionId, endedOn }) => ({ text: substitutionEndText, values: [substitutionId, endedOn] }),
  compose: ({ teamId, members }) => [
    { text: leaveText, values: [teamId, members.map(({ staffId }) => staffId)] },
    {
      text: joinText,
      values: [
        teamId,
        members.map(({ staffId }) => staffId),
        members.map(({ from }) => from),
        members.map(({ to }) => to ?? null),
      ],
    },
  ],
};
