import { readFileSync } from 'node:fs';
import { type LocalDate, parseLocalDate } from '@tyovayla/kernel/local-date';
import { z } from 'zod';
import { statementKinds } from '../../domain/statement/statement.ts';
import type { StatementChoices } from '../../domain/statement/statement-choices.ts';

const date = z.string().transform((text, context): LocalDate => {
  const read = parseLocalDate(text);
  if (read !== undefined) return read;
  context.addIssue('names no day of the calendar');
  return z.NEVER;
});

const code = z.string().regex(/^[A-Z][A-Z0-9_]{1,39}$/);

const statementsFile = z.object({
  area: z.string(),
  source: z.string(),
  officials: z.array(z.object({ staffId: z.string().min(1), validFrom: date })),
  grounds: z
    .array(
      z.object({
        code,
        kinds: z.array(z.enum(statementKinds)).min(1),
        act: z.string().min(1),
        section: z.string(),
        validFrom: date,
      }),
    )
    .min(1),
  recipients: z.array(z.object({ code, name: z.string().min(1) })).min(1),
  services: z.array(code).min(1),
  allowances: z
    .array(
      z.object({ validFrom: date, basicCents: z.number().int().positive(), raisedCents: z.number().int().positive() }),
    )
    .min(1),
});

/** An official outside the teams, such as a protected-client handler, who may state from a day on. */
export type StatementOfficial = { readonly staffId: string; readonly validFrom: LocalDate };

export type StatementArea = {
  readonly statementChoices: StatementChoices;
  readonly officials: readonly StatementOfficial[];
};

/**
 * Reads what the area's statements may be written with, and who outside the teams may state. Throws where the service has
 * nothing for this area, and where a kind of statement has no ground: it could never be issued.
 */
export const readStatementArea = (file: URL): StatementArea => {
  const read = statementsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { officials, grounds, recipients, services } = read;
  const without = statementKinds.find((kind) => !grounds.some(({ kinds }) => kinds.includes(kind)));
  if (without !== undefined) throw new Error(`statements: no ground for ${without}`);
  const allowances = read.allowances.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  return { officials, statementChoices: { grounds, recipients, services, allowances } };
};
