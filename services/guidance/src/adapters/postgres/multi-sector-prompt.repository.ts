import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MultiSectorPrompts } from '../../application/multi-sector-ports.ts';
import type { MultiSectorPrompt } from '../../application/queries/multi-sector-prompt.ts';
import { multiSectorOn, promptsOn } from '../../domain/rules/multi-sector.ts';

const rememberText = `INSERT INTO multi_sector_prompt (client_id, age, subsidy_300_on) VALUES ($1, $2, $3)
  ON CONFLICT (client_id) DO UPDATE SET age = coalesce(excluded.age, multi_sector_prompt.age),
    subsidy_300_on = coalesce(excluded.subsidy_300_on, multi_sector_prompt.subsidy_300_on)`;

// The rule says which reasons hold; these conditions only keep the database from sending everybody.
const listText = `SELECT c.client_id, c.status_code, c.status_since, p.age, p.subsidy_300_on
  FROM client_case c JOIN multi_sector_prompt p ON p.client_id = c.client_id
  WHERE c.job_search_id IS NOT NULL
    AND ($1::text IS NULL OR c.specialist_id = $1 OR c.handler_id = $1)
    AND ($2::uuid IS NULL OR c.client_id > $2)
    AND (p.subsidy_300_on IS NOT NULL
      OR (c.status_code IN ('02', '03')
        AND c.status_since + make_interval(months => CASE p.age WHEN 'YOUNG' THEN $4::int ELSE $5::int END) <= $3::date))
    AND NOT has_open_multi_sector_case(c.client_id)
  ORDER BY c.client_id LIMIT $6`;

type Row = {
  readonly client_id: string;
  readonly status_code: string;
  readonly status_since: LocalDate;
  readonly age: 'YOUNG' | 'OLDER' | null;
  readonly subsidy_300_on: LocalDate | null;
};

/** Codes of the unemployed and the fully laid off: handbook 1.2. */
const unemployedCodes = ['02', '03'];

const promptFrom = (row: Row, today: LocalDate): MultiSectorPrompt => {
  const since = unemployedCodes.includes(row.status_code) ? { since: row.status_since } : {};
  const reasons = promptsOn(today, {
    ...since,
    age: row.age ?? 'OLDER',
    subsidy: row.subsidy_300_on === null ? 'BELOW' : 'REACHED',
  });
  return { clientId: row.client_id, reasons, ...('since' in since && { unemployedSince: since.since }) };
};

/** What prompts referrals, in Postgres. */
export const multiSectorPromptRepository: MultiSectorPrompts = {
  remember: ({ clientId, age, subsidy300On }) => ({ text: rememberText, values: [clientId, age, subsidy300On] }),
  list: async (sql, { today, specialistId, limit, after }) => {
    const { promptMonthsYoung, promptMonths } = multiSectorOn(today).params;
    const values = [specialistId, after, today, promptMonthsYoung, promptMonths, limit];
    return (await sql.query<Row>(listText, values)).map((row) => promptFrom(row, today));
  },
};
