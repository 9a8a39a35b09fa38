import * as contract from '@tyovayla/proto/tyovayla/guidance/v1/meeting';
import { commandMethod } from '@tyovayla/runtime/grpc/command-method';
import { queryMethod } from '@tyovayla/runtime/grpc/query-method';
import { shown } from '../../application/case-query.ts';
import type { GuidanceCatalogue } from '../../application/catalogue.ts';
import { readBookMeeting } from '../../application/commands/book-meeting.ts';
import { readCancelMeeting } from '../../application/commands/cancel-meeting.ts';
import { readPlanMeeting } from '../../application/commands/plan-meeting.ts';
import { readRecordMeetingHeld } from '../../application/commands/record-meeting-held.ts';
import { readRescheduleMeeting } from '../../application/commands/reschedule-meeting.ts';
import type { Offices } from '../../domain/meeting/office.ts';
import { askedOf, clientIdOf, expectedVersionOf } from './case-request.ts';
import { bookingFormFrom, cancelReasonFrom, effectTo, hoursTo, kindFrom, meetingTo } from './meeting-mapping.ts';

type OnMeetingRequest = { readonly clientId: string; readonly meetingId: string; readonly expectedVersion: number };

const onMeetingFrom = (request: OnMeetingRequest) => ({
  ...clientIdOf(request),
  ...expectedVersionOf(request),
  meetingId: request.meetingId.toLowerCase(),
});

type Commands = GuidanceCatalogue['commands'];

const timeMethods = ({ planMeeting, bookMeeting, rescheduleMeeting }: Commands, { usualMinutes }: Offices) => ({
  planMeeting: commandMethod({
    command: planMeeting,
    request: contract.PlanMeetingRequest,
    response: contract.PlanMeetingResponse,
    input: (request) =>
      readPlanMeeting({ ...clientIdOf(request), kind: kindFrom(request.kind), dueOn: request.dueDate }),
    answer: (meeting) => ({ meeting: meetingTo(meeting) }),
  }),
  bookMeeting: commandMethod({
    command: bookMeeting,
    request: contract.BookMeetingRequest,
    response: contract.BookMeetingResponse,
    input: (request, { actor }) =>
      readBookMeeting(
        {
          ...clientIdOf(request),
          meetingId: request.meetingId.toLowerCase(),
          kind: kindFrom(request.kind),
          booking: bookingFormFrom(request.booking),
        },
        { usualMinutes, actorId: actor.id },
      ),
    answer: (meeting) => meeting,
  }),
  rescheduleMeeting: commandMethod({
    command: rescheduleMeeting,
    request: contract.RescheduleMeetingRequest,
    response: contract.RescheduleMeetingResponse,
    input: (request, { actor }) =>
      readRescheduleMeeting(
        { ...onMeetingFrom(request), booking: bookingFormFrom(request.booking) },
        { usualMinutes, actorId: actor.id },
      ),
    answer: ({ version }) => ({ version }),
  }),
});

const outcomeMethods = ({ cancelMeeting, recordMeetingHeld, recordMeetingMissed }: Commands) => ({
  cancelMeeting: commandMethod({
    command: cancelMeeting,
    request: contract.CancelMeetingRequest,
    response: contract.CancelMeetingResponse,
    input: (request) => readCancelMeeting({ ...onMeetingFrom(request), reason: cancelReasonFrom(request.reason) }),
    answer: ({ version }) => ({ version }),
  }),
  recordMeetingHeld: commandMethod({
    command: recordMeetingHeld,
    request: contract.RecordMeetingHeldRequest,
    response: contract.RecordMeetingHeldResponse,
    input: (request) => {
      const { heldDate: heldOn, channelCode } = request;
      return readRecordMeetingHeld({ ...onMeetingFrom(request), heldOn, channelCode });
    },
    answer: ({ version, next }) => ({ version, plannedMeetings: next.map(meetingTo) }),
  }),
  recordMeetingMissed: commandMethod({
    command: recordMeetingMissed,
    request: contract.RecordMeetingMissedRequest,
    response: contract.RecordMeetingMissedResponse,
    input: onMeetingFrom,
    answer: ({ version, effect, ruleValidFrom, replacement }) => ({
      version,
      effect: effectTo(effect),
      ruleValidFromDate: ruleValidFrom,
      plannedMeetingId: replacement?.meetingId ?? '',
    }),
  }),
});

const queryMethods = ({ queries }: GuidanceCatalogue) => ({
  listMeetings: queryMethod({
    query: queries.listMeetings,
    request: contract.ListMeetingsRequest,
    response: contract.ListMeetingsResponse,
    input: askedOf,
    view: (view) => ({ meetings: shown(view).map(meetingTo) }),
  }),
  listOffices: queryMethod({
    query: queries.listOffices,
    request: contract.ListOfficesRequest,
    response: contract.ListOfficesResponse,
    input: () => ({}),
    view: ({ offices, remoteHours }) => ({
      offices: offices.map(({ officeId: officeCode, openingHours, ...office }) => ({
        ...office,
        officeCode,
        openingHours: openingHours.map(hoursTo),
      })),
      remoteHours: remoteHours.map(hoursTo),
    }),
  }),
});

/** The contract's methods for meetings. */
export const meetingMethods = (catalogue: GuidanceCatalogue, offices: Offices) => ({
  ...timeMethods(catalogue.commands, offices),
  ...outcomeMethods(catalogue.commands),
  ...queryMethods(catalogue),
});
