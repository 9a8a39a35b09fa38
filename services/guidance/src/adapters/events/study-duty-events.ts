import { StudyApplicationsRecorded } from '@tyovayla/proto/tyovayla/guidance/v1/plan_events';
import type { StudyDutyFact } from '../../domain/study-duty/study-duty.ts';
import type { FactEncoders } from './outgoing.ts';

/** Facts about the duty to apply for studies as messages of the contract. */
export const studyDutyEvents: FactEncoders<StudyDutyFact> = {
  StudyApplicationsRecorded: ({ kind, clientId, appliedOn, places }, meta) => ({
    type: `tyovayla.guidance.v1.${kind}`,
    body: StudyApplicationsRecorded.encode({ meta, clientId, appliedDate: appliedOn, places }).finish(),
  }),
};
