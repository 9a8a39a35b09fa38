import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { ClientCase } from '../client-case/client-case.ts';
import { studyApplicationDuty } from '../rules/study-application-duty.ts';

/** Days on which study places are applied for together in a spring (kevään yhteishaku), the last one counted in. */
export type JointApplication = { readonly from: LocalDate; readonly last: LocalDate };

/** The duty to apply for studies as a plan states it. */
export type StudyDuty = {
  readonly places: number;
  /** Day on which it was written into the plan. */
  readonly since: LocalDate;
  /** Absent where nobody has written down the days of the next joint application yet. */
  readonly window?: JointApplication;
};

/** Study places that a client applied for on one day. */
export type StudyApplication = {
  readonly applicationId: string;
  readonly appliedOn: LocalDate;
  readonly places: number;
  readonly recordedOn: LocalDate;
};

/** A client applied for study places. */
export type StudyDutyFact = {
  readonly kind: 'StudyApplicationsRecorded';
  readonly clientId: string;
  readonly appliedOn: LocalDate;
  readonly places: number;
};

type Client = Pick<ClientCase, 'age' | 'vocationalQualification' | 'jobSearch'>;

/** The duty that the rule of a day gives a client; undefined where there is none. Source: handbook 2.4. */
export const studyDutyOn = (
  { age, vocationalQualification, jobSearch }: Client,
  on: LocalDate,
  jointApplications: readonly JointApplication[],
): StudyDuty | undefined => {
  const says = studyApplicationDuty({
    on,
    under25: age === 'YOUNG',
    qualification: vocationalQualification ?? 'UNKNOWN',
    jobSearchRuns: jobSearch !== undefined,
  });
  if (!says.ok || says.value.places === undefined) return undefined;
  const { places } = says.value;
  const window = jointApplications.find(({ last }) => on <= last);
  return { places, since: on, ...(window !== undefined && { window }) };
};

/** A duty that was written before the days of its joint application were known, with these days. */
export const withKnownWindow = (duty: StudyDuty, jointApplications: readonly JointApplication[]): StudyDuty => {
  const window = duty.window ?? jointApplications.find(({ last }) => duty.since <= last);
  return { ...duty, ...(window !== undefined && { window }) };
};

/** Whether a day counts for a duty: one of its joint application's, or of the time since it was written. */
export const isDayOf = ({ window, since }: StudyDuty, day: LocalDate): boolean =>
  window === undefined ? since <= day : window.from <= day && day <= window.last;

/** Two duties that ask the same of the client by the same day. */
export const sameStudyDuty = (one: StudyDuty | undefined, other: StudyDuty | undefined): boolean =>
  one?.places === other?.places && one?.window?.last === other?.window?.last;

/** Study places applied for in all. */
export const placesOf = (applications: readonly StudyApplication[]): number =>
  applications.reduce((sum, { places }) => sum + places, 0);
