import type { GuidanceServiceService } from '@tyovayla/proto/tyovayla/guidance/v1/guidance_service';
import { meetingStatusToJSON } from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import type { GrpcCalls } from '@tyovayla/runtime/grpc/client';
import type { GuidanceService } from '../api/ports.ts';
import { guidanceAccessGateway, guidanceExtractGateway } from './access-gateway.ts';
import { guidanceReasonOf } from './access-reason.ts';
import { benefitsGateway } from './benefits-gateway.ts';
import { expertsGateway } from './experts-gateway.ts';
import { meetingsGateway } from './meetings-gateway.ts';
import { multiSectorGateway } from './multi-sector-gateway.ts';
import { neglectsGateway } from './neglects-gateway.ts';
import { plansGateway } from './plans-gateway.ts';
import { ruleDeskGateway } from './rule-desk-gateway.ts';
import { serviceCall } from './service-call.ts';
import { staffingGateway } from './staffing-gateway.ts';
import { statementsGateway } from './statements-gateway.ts';

/** A client's page must not wait long for what it can do without. */
const interviewWithinMs = 2_000;

/** The client process over gRPC, as the API needs it. */
export const guidanceGateway = (calls: GrpcCalls<GuidanceServiceService>): GuidanceService => ({
  ...ruleDeskGateway('guidance', calls),
  ...staffingGateway(calls),
  ...meetingsGateway(calls),
  ...benefitsGateway(calls),
  ...expertsGateway(calls),
  ...plansGateway(calls),
  ...neglectsGateway(calls),
  ...statementsGateway(calls),
  ...multiSectorGateway(calls),
  ...guidanceAccessGateway(calls),
  ...guidanceExtractGateway(calls),
  initialInterview: async (caller, clientId, query) => {
    const deadline = new Date(Date.now() + interviewWithinMs);
    const answer = await serviceCall(caller, 'guidance', (options) =>
      calls.getInitialInterview({ clientId, ...guidanceReasonOf(query) }, { ...options, deadline }),
    );
    const { dueDate, workingDays, ruleValidFromDate } = answer;
    const status = meetingStatusToJSON(answer.status).replace('MEETING_STATUS_', '');
    return { state: 'DUE', dueDate, workingDays, ruleValidFromDate, status };
  },
});
