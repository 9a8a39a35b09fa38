import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { hasRole, isActor, isProgram, protectRows } from '@tyovayla/persistence/row-level-security';
import { protectCaseRows } from './case-rows.ts';

const servesClients = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'].map(hasRole).join(' OR ');
const seesTheClient = (table: string): string =>
  `(${servesClients}) AND EXISTS (SELECT 1 FROM client_case WHERE client_case.client_id = ${table}.client_id)`;

/**
 * Two policies need each other's table, and a member of another party sees nothing of `client_case`. These functions
 * look behind row-level security as the tables' owner, and each tells one thing and nothing else.
 */
const behindTheRegister = (name: string, args: string, returns: string, body: string): readonly string[] => [
  `CREATE FUNCTION ${name}(${args}) RETURNS ${returns}
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    RETURN (${body})`,
  `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION ${name} TO :app`,
];

/** 'NONE', 'PROTECTED', or 'PROTECTED:' with the handler's id; a client who isn't found is protected from everybody. */
const protection = behindTheRegister(
  'client_protection',
  'of_client uuid',
  'text',
  `SELECT coalesce((SELECT CASE
     WHEN handler_id IS NOT NULL THEN 'PROTECTED:' || handler_id
     WHEN municipality_code IS NULL THEN 'PROTECTED'
     ELSE 'NONE' END FROM client_case WHERE client_id = of_client), 'PROTECTED')`,
);

const actor = "current_setting('app.actor_id')";

/** Who is appointed to a case today: where a protection order hides the client, by the assigned handler alone. */
const appointed = behindTheRegister(
  'is_multi_sector_member',
  'of_case uuid, of_client uuid',
  'boolean',
  `SELECT EXISTS (SELECT 1 FROM multi_sector_member m
     WHERE m.case_id = of_case AND m.staff_id = ${actor} AND m.ended_on IS NULL
     AND client_protection(of_client) IN ('NONE', 'PROTECTED:' || m.appointed_by))`,
);

/** So that a second case is refused to a specialist who may not know of the first one's content. */
const open = behindTheRegister(
  'has_open_multi_sector_case',
  'of_client uuid',
  'boolean',
  "SELECT EXISTS (SELECT 1 FROM multi_sector_case c WHERE c.client_id = of_client AND c.state <> 'EXITED')",
);

/** So that no employment plan takes the place of the plan that substitutes it, whoever the client's specialist is. */
const inForce = behindTheRegister(
  'multi_sector_plan_in_force',
  'of_client uuid',
  'uuid',
  `SELECT (jsonb_path_query_first(c.content, '$.stage.plans[*] ? (@.state == "IN_FORCE").planId') #>> '{}')::uuid
    FROM multi_sector_case c WHERE c.client_id = of_client AND c.state = 'CLIENT'`,
);

/** A case's first member stores the case and the membership in one statement; nobody joins an existing case so. */
const exists = behindTheRegister(
  'multi_sector_case_exists',
  'of_case uuid',
  'boolean',
  'SELECT EXISTS (SELECT 1 FROM multi_sector_case c WHERE c.case_id = of_case)',
);

const asOwner = (table: string): string =>
  `CREATE POLICY ${table}_for_functions ON ${table} FOR SELECT TO CURRENT_USER USING (true)`;

const handlesClient = (table: string): string =>
  `(${hasRole('PROTECTED_CLIENT_HANDLER')} AND client_protection(${table}.client_id) = 'PROTECTED:' || (SELECT ${actor}))`;

/**
 * A manager sees to a client's network without being in it: the transaction names the client whose network it is about,
 * and outside of such a transaction the manager sees nothing of the case.
 */
const seesToNetwork = (table: string): string =>
  `(${hasRole('SERVICE_MANAGER')} AND client_protection(${table}.client_id) = 'NONE'
    AND ${table}.client_id::text = (SELECT current_setting('app.network_of', true)))`;

const visible = (table: string): string =>
  `is_multi_sector_member(${table}.case_id, ${table}.client_id) OR ${handlesClient(table)} OR ${seesToNetwork(table)}
    OR ${isProgram('guidance')}`;

const caseTable = [
  `CREATE TABLE multi_sector_case (
    case_id uuid NOT NULL CONSTRAINT multi_sector_case_pk PRIMARY KEY,
    client_id uuid NOT NULL CONSTRAINT multi_sector_case_client REFERENCES client_case,
    version integer NOT NULL,
    state text COLLATE "C" NOT NULL,
    content jsonb NOT NULL,
    CONSTRAINT multi_sector_case_version CHECK (version > 0)
  )`,
  'CREATE INDEX multi_sector_case_of_client ON multi_sector_case (client_id, case_id)',
  "CREATE UNIQUE INDEX multi_sector_case_one_open ON multi_sector_case (client_id) WHERE state <> 'EXITED'",
  'GRANT SELECT, INSERT, UPDATE (version, state, content) ON multi_sector_case TO :app',
];

const memberTable = [
  `CREATE TABLE multi_sector_member (
    member_id uuid NOT NULL CONSTRAINT multi_sector_member_pk PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT multi_sector_member_case REFERENCES multi_sector_case,
    client_id uuid NOT NULL,
    staff_id text COLLATE "C" NOT NULL,
    party text COLLATE "C" NOT NULL,
    from_on date NOT NULL,
    ended_on date,
    appointed_by text COLLATE "C" NOT NULL,
    CONSTRAINT multi_sector_member_period CHECK (ended_on >= from_on)
  )`,
  'CREATE INDEX multi_sector_member_of_case ON multi_sector_member (case_id)',
  'CREATE INDEX multi_sector_member_by_staff ON multi_sector_member (staff_id, case_id) WHERE ended_on IS NULL',
  'GRANT SELECT, INSERT, UPDATE (ended_on) ON multi_sector_member TO :app',
];

const firstMember = `NOT multi_sector_case_exists(multi_sector_member.case_id)
  AND ${isActor('staff_id')} AND ${isActor('appointed_by')} AND ${seesTheClient('multi_sector_member')}`;

const registerPolicies = [
  ...protectRows('multi_sector_case', [
    { name: 'multi_sector_case_seen', command: 'SELECT', using: visible('multi_sector_case') },
    { name: 'multi_sector_case_opened', command: 'INSERT', check: seesTheClient('multi_sector_case') },
    { name: 'multi_sector_case_changed', command: 'UPDATE', using: visible('multi_sector_case') },
  ]),
  ...protectRows('multi_sector_member', [
    { name: 'multi_sector_member_seen', command: 'SELECT', using: visible('multi_sector_member') },
    {
      name: 'multi_sector_member_appointed',
      command: 'INSERT',
      check: `(${firstMember}) OR ${visible('multi_sector_member')}`,
    },
    { name: 'multi_sector_member_ended', command: 'UPDATE', using: visible('multi_sector_member') },
  ]),
];

/**
 * The multi-sector register, with a second lock that shows a case to those appointed to it alone. Case and members are
 * never deleted here.
 */
export const multiSectorMigration: SqlMigration = {
  name: 'MultiSector2030',
  up: [
    ...caseTable,
    ...memberTable,
    ...['client_case', 'multi_sector_case', 'multi_sector_member'].map(asOwner),
    ...protection,
    ...appointed,
    ...open,
    ...inForce,
    ...exists,
    ...registerPolicies,
  ],
};

/** What prompts a referral beside the status of the job search. */
export const multiSectorPromptMigration: SqlMigration = {
  name: 'MultiSectorPrompt2031',
  up: [
    `CREATE TABLE multi_sector_prompt (
      client_id uuid NOT NULL CONSTRAINT multi_sector_prompt_pk PRIMARY KEY REFERENCES client_case,
      age text COLLATE "C",
      subsidy_300_on date
    )`,
    'GRANT SELECT, INSERT, UPDATE (age, subsidy_300_on) ON multi_sector_prompt TO :app',
    ...protectCaseRows('multi_sector_prompt'),
  ],
};

/** Management groups: about no client. */
export const managementGroupMigration: SqlMigration = {
  name: 'ManagementGroup2032',
  up: [
    `CREATE TABLE management_group (
      group_id uuid NOT NULL CONSTRAINT management_group_pk PRIMARY KEY,
      version integer NOT NULL,
      county_area text COLLATE "C" NOT NULL CONSTRAINT management_group_one_an_area UNIQUE,
      content jsonb NOT NULL
    )`,
    'GRANT SELECT, INSERT, UPDATE (version, content) ON management_group TO :app',
  ],
};

/** Orders of experts' hours; results apart, because they may touch health. */
export const expertOrderMigration: SqlMigration = {
  name: 'ExpertOrder2033',
  up: [
    `CREATE TABLE expert_order (
      order_id uuid NOT NULL CONSTRAINT expert_order_pk PRIMARY KEY,
      client_id uuid NOT NULL CONSTRAINT expert_order_client REFERENCES client_case,
      version integer NOT NULL,
      kind text COLLATE "C" NOT NULL,
      neighbour_area text COLLATE "C",
      ordered_minutes integer NOT NULL,
      ordered_on date NOT NULL,
      ordered_by text COLLATE "C" NOT NULL
    )`,
    'CREATE INDEX expert_order_of_client ON expert_order (client_id, order_id)',
    'GRANT SELECT, INSERT, UPDATE (version) ON expert_order TO :app',
    `CREATE TABLE expert_result (
      order_id uuid NOT NULL CONSTRAINT expert_result_pk PRIMARY KEY REFERENCES expert_order,
      client_id uuid NOT NULL,
      done_on date NOT NULL,
      delivered_minutes integer NOT NULL,
      result_text text NOT NULL
    )`,
    'GRANT SELECT, INSERT, UPDATE (result_text) ON expert_result TO :app',
    ...protectCaseRows('expert_order'),
    ...protectCaseRows('expert_result'),
  ],
};
