import type { AssignmentRecord, Assignments } from '../../application/assignment-ports.ts';

type Row = {
  readonly client_id: string;
  readonly foreign_citizen: boolean;
  readonly proposed_to: string | null;
};

const findText = 'SELECT client_id, foreign_citizen, proposed_to FROM client_assignment WHERE client_id = $1';

type LoadsRow = { readonly [Column in keyof Row]: Row[Column] | null } & {
  readonly loads: Readonly<Record<string, number>>;
};

// A row also where nothing is kept of the client.
const findWithLoadsText = `SELECT a.client_id, a.foreign_citizen, a.proposed_to,
  (SELECT coalesce(json_object_agg(staff_id, clients), '{}')
    FROM (SELECT staff_id, sum(clients) AS clients FROM specialist_load GROUP BY staff_id) AS l) AS loads
  FROM (SELECT $1::uuid AS client_id) AS asked LEFT JOIN client_assignment a USING (client_id)`;

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
  findWithLoads: async (sql, clientId) => {
    const [row] = await sql.query<LoadsRow>(findWithLoadsText, [clientId]);
    const { foreign_citizen: foreignCitizen = null, proposed_to = null, loads = {} } = row ?? {};
    const kept = foreignCitizen !== null;
    return {
      record: kept ? recordFrom({ client_id: clientId, foreign_citizen: foreignCitizen, proposed_to }) : undefined,
      loads: new Map(Object.entries(loads)),
    };
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
