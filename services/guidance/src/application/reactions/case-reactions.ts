import type { AnyCaseReaction } from '../case-reaction.ts';
import type { GuidancePorts } from '../ports.ts';
import { endPlans, endPlansOfReplaced } from './end-plans.ts';
import { endStudyDuty } from './end-study-duty.ts';
import { followMerges } from './follow-merges.ts';
import { forgetMultiSectorTextsOfAnonymous } from './forget-multi-sector-texts.ts';
import { meetingReactions } from './meeting-reactions.ts';
import { profileReactions } from './profile-reactions.ts';
import { rememberPrompts } from './remember-prompts.ts';
import { settleAssignments } from './settle-assignments.ts';

/** What the parts of the service do when the client registry tells of a client, in this order. */
export const caseReactions = (ports: GuidancePorts): readonly AnyCaseReaction[] => [
  ...meetingReactions(ports),
  ...profileReactions(ports),
  ...settleAssignments(ports),
  ...followMerges(ports),
  endPlans(ports),
  endPlansOfReplaced(ports),
  endStudyDuty(ports),
  ...rememberPrompts(ports),
  forgetMultiSectorTextsOfAnonymous(ports),
];
