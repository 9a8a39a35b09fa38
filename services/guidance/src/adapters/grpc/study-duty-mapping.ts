import type * as contract from '@tyovayla/proto/tyovayla/guidance/v1/plan';
import type { StudyDutyStanding } from '../../domain/study-duty/record-study-applications.ts';
import type { StudyApplication, StudyDuty } from '../../domain/study-duty/study-duty.ts';

/** The duty to apply for studies as the contract tells it. */
export const studyDutyTo = ({ places, window }: StudyDuty): contract.StudyApplicationDuty => ({
  places,
  windowFromDate: window?.from ?? '',
  windowLastDate: window?.last ?? '',
});

const applicationTo = ({
  applicationId,
  appliedOn,
  places,
  recordedOn,
}: StudyApplication): contract.StudyApplication => ({
  applicationId,
  appliedDate: appliedOn,
  places,
  recordedDate: recordedOn,
});

/** How far a client has come with it. */
export const studyStandingTo = ({ duty, applied, applications }: StudyDutyStanding): contract.StudyDutyStanding => ({
  duty: studyDutyTo(duty),
  applied,
  applications: applications.map(applicationTo),
});
