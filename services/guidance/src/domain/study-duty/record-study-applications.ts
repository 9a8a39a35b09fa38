import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result, refused } from '@tyovayla/kernel/result';
import { fieldsInvalid } from '../client-case/case-refusals.ts';
import { isDayOf, placesOf, type StudyApplication, type StudyDuty, type StudyDutyFact } from './study-duty.ts';

export type RecordStudyApplications = { readonly appliedOn: LocalDate; readonly places: number };

/** The duty of the plan that binds, where the client is still under it, and what was recorded before. */
export type StudyDutySoFar = {
  readonly clientId: string;
  readonly duty: StudyDuty | undefined;
  readonly applications: readonly StudyApplication[];
};

/** The duty with what counts for it. */
export type StudyDutyStanding = {
  readonly duty: StudyDuty;
  readonly applications: readonly StudyApplication[];
  readonly applied: number;
};

export type StudyApplicationsRecorded = {
  readonly application: StudyApplication;
  readonly standing: StudyDutyStanding;
  readonly facts: readonly StudyDutyFact[];
};

/** No duty to apply for studies stands in a plan that binds, or it has fallen away. */
export const noStudyDuty: Refusal = { kind: 'conflict', code: 'NO_STUDY_DUTY', data: {} };

/** How far a client has come with a duty. */
export const standingOf = (duty: StudyDuty, applications: readonly StudyApplication[]): StudyDutyStanding => {
  const counted = applications.filter(({ appliedOn }) => isDayOf(duty, appliedOn));
  return { duty, applications: counted, applied: placesOf(counted) };
};

const wrongDay = (appliedOn: LocalDate, duty: StudyDuty, today: LocalDate): [string, string] | undefined => {
  if (appliedOn > today) return ['DATE_IN_FUTURE', `is after ${today}`];
  if (isDayOf(duty, appliedOn)) return undefined;
  const { window, since } = duty;
  return ['DATE_OUTSIDE_PERIOD', window ? `is not from ${window.from} to ${window.last}` : `is before ${since}`];
};

/**
 * Records study places that a client applied for. They count where they were applied for in the joint application that
 * the plan names. Refused without the duty. Source: handbook 2.4.
 */
export const recordStudyApplications = (
  { clientId, duty, applications }: StudyDutySoFar,
  { appliedOn, places }: RecordStudyApplications,
  { today, newId }: { readonly today: LocalDate; newId(): string },
): Result<StudyApplicationsRecorded, Refusal> => {
  if (duty === undefined) return refused(noStudyDuty);
  const wrong = wrongDay(appliedOn, duty, today);
  if (wrong !== undefined)
    return refused(fieldsInvalid([{ field: 'applied_date', code: wrong[0], description: wrong[1] }]));
  const application = { applicationId: newId(), appliedOn, places, recordedOn: today };
  const standing = standingOf(duty, [application, ...applications]);
  return accepted({
    application,
    standing,
    facts: [{ kind: 'StudyApplicationsRecorded', clientId, appliedOn, places }],
  });
};
