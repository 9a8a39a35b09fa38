import { z } from 'zod';
import { changing, reading } from '../endpoint.ts';
import * as schemas from '../meeting-schemas.ts';
import { accessQuery, idText } from '../schemas.ts';
import { clientParams } from './clients.ts';

const meetingParams = z.strictObject({ clientId: idText, meetingId: idText });

export const listMeetings = reading({
  method: 'GET',
  path: '/api/clients/:clientId/meetings',
  summary: 'Lists the client’s meetings of all job searches, the latest first',
  params: clientParams,
  query: accessQuery,
  answer: schemas.meetingList,
  handle: ({ services, caller, params, query }) => services.guidance.listMeetings(caller, { ...params, ...query }),
});

export const planMeeting = changing({
  method: 'POST',
  path: '/api/clients/:clientId/meetings',
  summary: 'Plans a meeting by the client’s need',
  params: clientParams,
  body: schemas.planMeetingBody,
  answer: schemas.plannedMeeting,
  handle: ({ services, caller, params, body }) => services.guidance.planMeeting(caller, { ...params, ...body }),
});

export const bookMeeting = changing({
  method: 'POST',
  path: '/api/clients/:clientId/meetings/book',
  summary: 'Books a time for a meeting',
  params: clientParams,
  body: schemas.bookMeetingBody,
  answer: schemas.bookedMeeting,
  handle: ({ services, caller, params, body }) => services.guidance.bookMeeting(caller, { ...params, ...body }),
});

export const rescheduleMeeting = changing({
  method: 'POST',
  path: '/api/clients/:clientId/meetings/:meetingId/reschedule',
  summary: 'Gives a booked meeting another time',
  params: meetingParams,
  body: schemas.rescheduleBody,
  answer: schemas.changedMeeting,
  handle: ({ services, caller, params, body }) => services.guidance.rescheduleMeeting(caller, { ...params, ...body }),
});

export const cancelMeeting = changing({
  method: 'POST',
  path: '/api/clients/:clientId/meetings/:meetingId/cancel',
  summary: 'Cancels a planned or booked meeting',
  params: meetingParams,
  body: schemas.cancelMeetingBody,
  answer: schemas.changedMeeting,
  handle: ({ services, caller, params, body }) => services.guidance.cancelMeeting(caller, { ...params, ...body }),
});

export const recordMeetingHeld = changing({
  method: 'POST',
  path: '/api/clients/:clientId/meetings/:meetingId/held',
  summary: 'Records that a meeting was held; the next ones of the clock are planned',
  params: meetingParams,
  body: schemas.meetingHeldBody,
  answer: schemas.heldMeeting,
  handle: ({ services, caller, params, body }) => services.guidance.recordMeetingHeld(caller, { ...params, ...body }),
});

export const recordMeetingMissed = changing({
  method: 'POST',
  path: '/api/clients/:clientId/meetings/:meetingId/missed',
  summary: 'Records that the client did not come; tells what may follow',
  params: meetingParams,
  body: schemas.meetingMissedBody,
  answer: schemas.missedMeeting,
  handle: ({ services, caller, params, body }) => services.guidance.recordMeetingMissed(caller, { ...params, ...body }),
});

export const listOffices = reading({
  method: 'GET',
  path: '/api/offices',
  summary: 'Lists the area’s offices and their hours',
  answer: schemas.officeList,
  handle: ({ services, caller }) => services.guidance.listOffices(caller, {}),
});

export const getServiceNeed = reading({
  method: 'GET',
  path: '/api/clients/:clientId/service-need',
  summary: 'Gets what service the client needs, as assessed',
  params: clientParams,
  query: accessQuery,
  answer: schemas.serviceNeed,
  handle: ({ services, caller, params, query }) => services.guidance.getServiceNeed(caller, { ...params, ...query }),
});

export const assessServiceNeed = changing({
  method: 'POST',
  path: '/api/clients/:clientId/service-need',
  summary: 'Assesses what service the client needs',
  params: clientParams,
  body: schemas.assessBody,
  answer: schemas.assessed,
  handle: ({ services, caller, params, body }) => services.guidance.assessServiceNeed(caller, { ...params, ...body }),
});
