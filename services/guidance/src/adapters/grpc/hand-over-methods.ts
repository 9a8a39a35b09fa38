import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/handed_over_process';
import { meetingKindFromJSON } from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import {
  neglectKindFromJSON,
  neglectStageFromJSON,
  reasonVerdictFromJSON,
} from '@tyovayla/proto/tyovayla/guidance/v1/neglect';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import type { GuidanceCatalogue } from '../../application/catalogue.ts';
import type { HandedOverView } from '../../application/queries/get-handed-over-process.ts';
import type { HandedOverNeglect, HandedOverSanction } from '../../domain/client-case/handed-over-process.ts';
import type { HeldMeeting } from '../../domain/meeting/meeting.ts';
import type { ServiceNeed } from '../../domain/service-need/service-need.ts';
import { clientIdOf } from './case-request.ts';
import { contentTo as planContentTo } from './plan-mapping.ts';
import { contentTo as statementContentTo } from './statement-content-mapping.ts';

const planTo = ({ process: { plan }, record }: HandedOverView): contract.HandedOverPlan | undefined =>
  plan &&
  record && { planId: plan.plan.planId, kindCode: plan.plan.kind, content: planContentTo(plan.content, record) };

const needTo = ({ assessedOn, segment, multiSectorNeed, serviceLanguage = '' }: ServiceNeed) => ({
  assessedDate: assessedOn,
  segmentCode: segment,
  multiSectorNeed: multiSectorNeed === 'YES',
  serviceLanguage,
});

const meetingTo = ({ kind, heldOn, channelCode }: HeldMeeting): contract.HandedOverMeeting => ({
  kind: meetingKindFromJSON(`MEETING_KIND_${kind}`),
  heldDate: heldOn,
  channelCode,
});

const neglectTo = ({ neglect, stage, verdict, step = 0, windowEndsOn }: HandedOverNeglect) => ({
  kind: neglectKindFromJSON(`NEGLECT_KIND_${neglect.kind}`),
  occurredDate: neglect.occurredOn,
  stage: neglectStageFromJSON(`NEGLECT_STAGE_${stage}`),
  verdict: reasonVerdictFromJSON(`REASON_VERDICT_${verdict ?? 'UNSPECIFIED'}`),
  step,
  windowEndsDate: windowEndsOn ?? '',
});

const sanctionTo = ({ statement, daysRecorded }: HandedOverSanction): contract.HandedOverSanction => ({
  statementId: statement.statementId,
  content: statementContentTo(statement.content),
  issuedDate: statement.issuedOn,
  daysRecorded,
});

/** The contract's method for the area that a job search went over to. */
export const handOverMethods = ({ queries }: GuidanceCatalogue) => ({
  getHandedOverProcess: queryMethod({
    query: queries.getHandedOverProcess,
    request: contract.GetHandedOverProcessRequest,
    response: contract.GetHandedOverProcessResponse,
    input: clientIdOf,
    view: (view) => {
      const { transferredOn, serviceNeed, meetings, neglects, sanctions } = view.process;
      return {
        transferredDate: transferredOn,
        plan: planTo(view),
        serviceNeed: serviceNeed && needTo(serviceNeed),
        meetings: meetings.map(meetingTo),
        neglects: neglects.map(neglectTo),
        sanctions: sanctions.map(sanctionTo),
      };
    },
  }),
});
