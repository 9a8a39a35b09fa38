import type { FieldViolation } from '@tyovayla/kernel/refusal';
import { type DeskRule, deskRule } from '@tyovayla/kernel/rule-desk';
import { type Field, integerField, optional } from '@tyovayla/kernel/rule-field';
import { integerParameter } from '@tyovayla/kernel/rule-parameter';
import { caseloadBook, newestCaseload, specialistsNeeded } from './caseload.ts';

const mostMunicipalities = 400;
const mostClients = 1_000_000;
const clientCount = integerField('Clients', { min: 0, max: mostClients });

type ClientCounts = Readonly<Record<string, number>>;

const violation = (field: string, description: string): FieldViolation => ({
  field,
  code: 'INVALID_VALUE',
  description,
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const expectedObject = `must be an object of 1 to ${mostMunicipalities} municipality codes with their clients`;

/** An object whose names are municipality codes: the desk's object fields know their names beforehand, this one can't. */
const clientsByMunicipality: Field<ClientCounts> = {
  shape: {
    type: 'object',
    description: 'Clients by municipality code (three digits), such as {"240": 2112}',
    min: 1,
    max: mostMunicipalities,
  },
  required: true,
  read: (value, at) => {
    const codes = isObject(value) ? Object.keys(value) : [];
    if (!isObject(value) || codes.length === 0 || codes.length > mostMunicipalities)
      return { value: undefined, violations: [violation(at, expectedObject)] };
    const readings = codes.map((code) => {
      if (!/^\d{3}$/.test(code)) return violation(`${at}.${code.slice(0, 80)}`, 'is not a municipality code');
      return clientCount.read(value[code], `${at}.${code}`).violations;
    });
    // Only what was read without violation is used: the desk asks no rule otherwise.
    return { value: value as ClientCounts, violations: readings.flat() };
  },
};

/** The face of `specialistsNeeded` at the rule desk. */
export const caseloadRule: DeskRule = deskRule({
  name: 'caseload',
  description: 'How many specialists a number of clients needs, pooled over the area or municipality by municipality',
  fields: {
    clients: clientsByMunicipality,
    max: optional(integerField('Most clients of one specialist, for a what-if', { min: 1, max: 10_000 })),
  },
  parameters: {
    most: integerParameter({
      name: 'caseload.max',
      description: 'Most clients that one specialist should have',
      confidence: 'M',
      default: newestCaseload().params.most,
      min: 1,
      max: 10_000,
    }),
  },
  book: caseloadBook,
  decide: ({ clients, max }, { most: areas }) => {
    const most = max ?? areas;
    const outcome = specialistsNeeded(clients, most);
    const total = Object.values(clients).reduce((sum, count) => sum + count, 0);
    return {
      version: newestCaseload(),
      outcome,
      because: [
        { code: 'MOST_CLIENTS_PER_SPECIALIST', data: { most, clients: total } },
        ...(outcome.perMunicipalityTotal > outcome.pooled
          ? [{ code: 'POOLING_SAVES', data: { specialists: outcome.perMunicipalityTotal - outcome.pooled } }]
          : []),
      ],
    };
  },
});
