import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { hasRole, isProgram, protectRows } from '@tyovayla/persistence/row-level-security';

const servesClients = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'].map(hasRole).join(' OR ');
const assessesWorkAbility = ['CASE_SPECIALIST', 'PROTECTED_CLIENT_HANDLER'].map(hasRole).join(' OR ');
/** Retention and what the service does on its own. */
const ownProgram = isProgram('clients');

/** Whoever sees the client by row-level security, and belongs to `those`. The client's protection holds for all parts. */
const seenBy = (table: string, those: string): string =>
  `(${those}) AND EXISTS (SELECT 1 FROM client WHERE client.client_id = ${table}.client_id)`;

type Part = {
  readonly table: string;
  readonly columns: string;
  readonly changeable: string;
  readonly who: string;
};

/** A table of one part of a client's record: closed but for those who serve the client; deleted by the service alone. */
const partTable = ({ table, columns, changeable, who }: Part): readonly string[] => {
  const seen = seenBy(table, `${who} OR ${ownProgram}`);
  return [
    `CREATE TABLE ${table} (${columns})`,
    `GRANT SELECT, INSERT, DELETE${changeable === '' ? '' : `, UPDATE (${changeable})`} ON ${table} TO :app`,
    ...protectRows(table, [
      { name: `${table}_seen`, command: 'SELECT', using: seen },
      { name: `${table}_recorded`, command: 'INSERT', check: seenBy(table, who) },
      ...(changeable === '' ? [] : [{ name: `${table}_changed`, command: 'UPDATE', using: seen } as const]),
      { name: `${table}_erased`, command: 'DELETE', using: ownProgram },
    ]),
  ];
};

const profileTable = partTable({
  table: 'client_profile',
  columns: `
    client_id uuid NOT NULL CONSTRAINT client_profile_pk PRIMARY KEY CONSTRAINT client_profile_client REFERENCES client,
    version integer NOT NULL CONSTRAINT client_profile_version CHECK (version > 0),
    profile jsonb NOT NULL,
    publisher text COLLATE "C",
    published_parts text[],
    published_on date,
    CONSTRAINT client_profile_published CHECK ((publisher IS NULL) = (published_on IS NULL)
      AND (publisher IS NULL) = (published_parts IS NULL))`,
  changeable: 'version, profile, publisher, published_parts, published_on',
  // The takeover program may register a former client under protection, and their profile is withdrawn with it.
  who: `${servesClients} OR ${isProgram('population')}`,
});

/** Functional limits by code. No text column: a diagnosis has no place to stand. */
const workAbilityTable = partTable({
  table: 'client_work_ability',
  columns: `
    client_id uuid NOT NULL CONSTRAINT client_work_ability_pk PRIMARY KEY
      CONSTRAINT client_work_ability_client REFERENCES client,
    version integer NOT NULL CONSTRAINT client_work_ability_version CHECK (version > 0),
    purpose text COLLATE "C" NOT NULL,
    limits jsonb NOT NULL,
    source text COLLATE "C" NOT NULL,
    assessed_on date NOT NULL,
    review_on date NOT NULL,
    CONSTRAINT client_work_ability_review CHECK (review_on > assessed_on)`,
  changeable: 'version, purpose, limits, source, assessed_on, review_on',
  who: assessesWorkAbility,
});

const consentTable = [
  ...partTable({
    table: 'client_consent',
    columns: `
    consent_id uuid NOT NULL CONSTRAINT client_consent_pk PRIMARY KEY,
    client_id uuid NOT NULL CONSTRAINT client_consent_client REFERENCES client,
    recipient_kind text COLLATE "C" NOT NULL,
    recipient_business_id text COLLATE "C",
    data_groups text[] NOT NULL,
    purpose text COLLATE "C" NOT NULL,
    matter_id uuid,
    from_on date NOT NULL,
    to_on date NOT NULL,
    channel text COLLATE "C" NOT NULL,
    given_on date NOT NULL,
    withdrawn_on date,
    CONSTRAINT client_consent_period CHECK (to_on >= from_on)`,
    changeable: 'withdrawn_on',
    who: servesClients,
  }),
  'CREATE INDEX client_consent_of_client ON client_consent (client_id, consent_id)',
];

const receiptTable = [
  ...partTable({
    table: 'client_information_receipt',
    columns: `
    receipt_id uuid NOT NULL CONSTRAINT client_information_receipt_pk PRIMARY KEY,
    client_id uuid NOT NULL CONSTRAINT client_information_receipt_client REFERENCES client,
    topic text COLLATE "C" NOT NULL,
    language text COLLATE "C" NOT NULL,
    channel text COLLATE "C" NOT NULL,
    informed_on date NOT NULL`,
    changeable: '',
    who: servesClients,
  }),
  'CREATE INDEX client_information_receipt_of_client ON client_information_receipt (client_id, receipt_id)',
];

const interpreterTable = partTable({
  table: 'client_interpreter',
  columns: `
    client_id uuid NOT NULL CONSTRAINT client_interpreter_pk PRIMARY KEY
      CONSTRAINT client_interpreter_client REFERENCES client,
    language text COLLATE "C"`,
  changeable: 'language',
  who: servesClients,
});

/** Parts of a client's record with tables of their own: profile, work ability, consents, receipts, interpreter. */
export const clientParts: SqlMigration = {
  name: 'ClientParts2010',
  up: [...profileTable, ...workAbilityTable, ...consentTable, ...receiptTable, ...interpreterTable],
};
