import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import * as need from '@tyovayla/proto/tyovayla/guidance/v1/service_need';
import * as schemas from '../api/meeting-schemas.ts';
import type { Meetings } from '../api/process-ports.ts';
import type { GuidanceCalls } from './guidance-calls.ts';
import { does, reads } from './process-call.ts';

export const meetingCodes = {
  kind: 'MEETING_KIND_',
  status: 'MEETING_STATUS_',
  channel: 'MEETING_CHANNEL_',
  bookedBy: 'MEETING_BOOKED_BY_',
  remoteReason: 'REMOTE_REASON_',
  missedEffect: 'MISSED_MEETING_EFFECT_',
  effect: 'MISSED_MEETING_EFFECT_',
  cancelReason: 'MEETING_CANCEL_REASON_',
  reason: 'MEETING_CANCEL_REASON_',
};
export const needCodes = {
  workAbilityConsidered: 'STATED_',
  multiSectorNeed: 'STATED_',
  vocationalQualification: 'STATED_',
};

const planning = (calls: GuidanceCalls) => ({
  listMeetings: reads({
    request: contract.ListMeetingsRequest,
    response: contract.ListMeetingsResponse,
    call: calls.listMeetings,
    answer: schemas.meetingList,
    codes: meetingCodes,
  }),
  planMeeting: does({
    request: contract.PlanMeetingRequest,
    response: contract.PlanMeetingResponse,
    call: calls.planMeeting,
    answer: schemas.plannedMeeting,
    codes: meetingCodes,
  }),
  bookMeeting: does({
    request: contract.BookMeetingRequest,
    response: contract.BookMeetingResponse,
    call: calls.bookMeeting,
    answer: schemas.bookedMeeting,
    codes: meetingCodes,
  }),
  rescheduleMeeting: does({
    request: contract.RescheduleMeetingRequest,
    response: contract.RescheduleMeetingResponse,
    call: calls.rescheduleMeeting,
    answer: schemas.changedMeeting,
    codes: meetingCodes,
  }),
  listOffices: reads({
    request: contract.ListOfficesRequest,
    response: contract.ListOfficesResponse,
    call: calls.listOffices,
    answer: schemas.officeList,
  }),
});

const recording = (calls: GuidanceCalls) => ({
  cancelMeeting: does({
    request: contract.CancelMeetingRequest,
    response: contract.CancelMeetingResponse,
    call: calls.cancelMeeting,
    answer: schemas.changedMeeting,
    codes: meetingCodes,
  }),
  recordMeetingHeld: does({
    request: contract.RecordMeetingHeldRequest,
    response: contract.RecordMeetingHeldResponse,
    call: calls.recordMeetingHeld,
    answer: schemas.heldMeeting,
    codes: meetingCodes,
  }),
  recordMeetingMissed: does({
    request: contract.RecordMeetingMissedRequest,
    response: contract.RecordMeetingMissedResponse,
    call: calls.recordMeetingMissed,
    answer: schemas.missedMeeting,
    codes: meetingCodes,
  }),
  getServiceNeed: reads({
    request: need.GetServiceNeedRequest,
    response: need.GetServiceNeedResponse,
    call: calls.getServiceNeed,
    answer: schemas.serviceNeed,
    codes: needCodes,
  }),
  assessServiceNeed: does({
    request: need.AssessServiceNeedRequest,
    response: need.AssessServiceNeedResponse,
    call: calls.assessServiceNeed,
    answer: schemas.assessed,
    codes: needCodes,
  }),
});

/** Meetings and service needs over gRPC, as the API needs them. */
export const meetingsGateway = (calls: GuidanceCalls): Meetings => ({ ...planning(calls), ...recording(calls) });
