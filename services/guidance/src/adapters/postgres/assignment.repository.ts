import type { AssignmentRecord, Assignments } from '../../application/assignment-ports.ts';

type Row = {
  readonly client_id: string;
  readonly foreign_citizen: boolean;
  readonly proposed_to: string | null;
};

const findText = 'SELECT client_id, foreign_citizen, proposed_to FROM client_assignment WHERE client_id = $1';

const saveText = `INSERT INTO client_assignment (client_id, foreign_citizen, proposed_to) VALUES ($1, $2, $3)
  ON CONFLICT (client_id) DO UPDATE SET
    foreign_citizen = excluded.foreign_citizen, proposed_to = excluded.proposed_to`;

const grantText = `INSERT INTO caseload_exception
  (exception_id, client_id, staff_id, written_ground, granted_by, granted_at) VALUES ($1, $2, $3, $4, $5, $6)`;

const recordFrom = ({ client_id, foreign_citizen, proposed_to }: Row): AssignmentRecord => ({
  clientId: client_id,
  foreignCitizen: foreign_citizen,
  ...(proposed_to !== null && { proposedTo: proposed_to }),
});

/** What is kept of assignments beside the case, in Postgres. */
export const assignmentRepository: Assignments = {
  find: async (sql, clientId) => {
    const [row] = await sql.query<Row>(findText, [clientId]);
    return row && recordFrom(row);
  },
  save: ({ clientId, foreignCitizen, proposedTo }) => ({
    text: saveText,
    values: [clientId, foreignCitizen, proposedTo],
  }),
  grant: ({ exceptionId, clientId, staffId, writtenGround, grantedBy, grantedAt }) => ({
    text: grantText,
    values: [exceptionId, clientId, staffId, writtenGround, grantedBy, grantedAt],
  }),
};
