/** Programs of one area that know each other by certificate. `idp` and `nats` only serve. */
export const programs = [
  'clients',
  'statistics',
  'guidance',
  'portal',
  'population',
  'operator',
  'area-exchange',
  'nats',
  'idp',
] as const;

export type Program = (typeof programs)[number];

/** Services with a database and a stream of their own. */
export const dataServices = ['clients', 'statistics', 'guidance'] as const;

export type DataService = (typeof dataServices)[number];

export const services = [...dataServices, 'portal'] as const;

export type ServiceName = (typeof services)[number];

/** The area that the local platform runs. */
export const localArea = 'meri-lappi';

/** The name by which a program is known: the DNS name in its certificate, and its NATS user. */
export const identityOf = (program: string, area: string = localArea): string => `${program}.${area}.tyovayla`;
