import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { WorkAbilities } from '../../application/part-ports.ts';
import type { ClientId } from '../../domain/client/client.ts';
import type {
  ClientWorkAbility,
  FunctionalLimit,
  WorkAbilityPurpose,
  WorkAbilitySource,
} from '../../domain/work-ability/work-ability.ts';

type WorkAbilityRow = {
  readonly version: number;
  readonly purpose: WorkAbilityPurpose;
  readonly limits: readonly FunctionalLimit[];
  readonly source: WorkAbilitySource;
  readonly assessed_on: LocalDate;
  readonly review_on: LocalDate;
};

const findText = `SELECT version, purpose, limits, source, assessed_on, review_on
  FROM client_work_ability WHERE client_id = $1`;

const insertText = `INSERT INTO client_work_ability (client_id, version, purpose, limits, source, assessed_on, review_on)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

const updateText = `UPDATE client_work_ability SET version = $2, purpose = $3, limits = $4, source = $5, assessed_on = $6,
  review_on = $7 WHERE client_id = $1 AND version = $8`;

const valuesOf = (clientId: ClientId, { version, purpose, workAbility }: ClientWorkAbility): readonly unknown[] => [
  clientId,
  version,
  purpose,
  JSON.stringify(workAbility.limits),
  workAbility.source,
  workAbility.assessedOn,
  workAbility.reviewOn,
];

/** Work-ability assessments in Postgres, apart from everything else of a client. */
export const workAbilities: WorkAbilities = {
  find: async (sql, clientId) => {
    const [row] = await sql.query<WorkAbilityRow>(findText, [clientId]);
    if (row === undefined) return undefined;
    const { version, purpose, limits, source, assessed_on: assessedOn, review_on: reviewOn } = row;
    return { version, purpose, workAbility: { limits, source, assessedOn, reviewOn } };
  },
  save: ({ clientId, before, after }) => [
    before === undefined
      ? { text: insertText, values: valuesOf(clientId, after), expectRows: 1 }
      : { text: updateText, values: [...valuesOf(clientId, after), before.version], expectRows: 1 },
  ],
};
