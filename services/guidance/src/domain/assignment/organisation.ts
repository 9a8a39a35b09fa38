import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Segment } from '../client-case/client-case.ts';

/** A member of staff who serves clients, as the area's reference file names them until governance does. */
export type Specialist = {
  readonly staffId: string;
  readonly teamId: string;
  /** Municipality of the home office, three digits. */
  readonly municipality: string;
  /** May give statements to benefit payers (seed 4.1: the power may be given to a municipality's official). */
  readonly statementPower: boolean;
  readonly worksFrom: LocalDate;
  /** Last day; absent while they work. */
  readonly worksTo?: LocalDate;
};

/** Whom a team takes when nobody has assessed the need yet. */
export const intakes = ['GENERAL', 'IMMIGRANTS'] as const;

/** One of the area's teams; each works over the whole area (seed, chapter 2). */
export type Team = {
  readonly id: string;
  readonly name: { readonly fi: string; readonly sv: string; readonly en: string };
  readonly takes: (typeof intakes)[number];
  /** Segments whose clients are the team's. */
  readonly segments: readonly Segment[];
};

/** A part of the area (palvelualue). */
export type ServiceArea = { readonly id: string; readonly municipalities: readonly string[] };

/** Who works where: teams, specialists, service areas. */
export type Organisation = {
  /** Staff id of the service manager who is told of stated needs. */
  readonly manager: string;
  readonly serviceAreas: readonly ServiceArea[];
  readonly teams: readonly Team[];
  readonly specialists: readonly Specialist[];
};

const worksOn = ({ worksFrom, worksTo }: Specialist, date: LocalDate): boolean =>
  worksFrom <= date && (worksTo === undefined || date <= worksTo);

/** The specialist with this staff id, if they work on the day. */
export const specialistOn = ({ specialists }: Organisation, staffId: string, date: LocalDate): Specialist | undefined =>
  specialists.find((one) => one.staffId === staffId && worksOn(one, date));

/** Who works in a team on a day, by staff id. */
export const membersOn = ({ specialists }: Organisation, teamId: string, date: LocalDate): readonly Specialist[] =>
  specialists.filter((one) => one.teamId === teamId && worksOn(one, date));

/** Whether two municipalities belong to one service area. */
export const inOneServiceArea = ({ serviceAreas }: Organisation, one: string, other: string): boolean =>
  serviceAreas.some(({ municipalities }) => municipalities.includes(one) && municipalities.includes(other));
