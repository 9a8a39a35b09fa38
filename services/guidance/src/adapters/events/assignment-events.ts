import { handOverReasonFromJSON, needReasonFromJSON } from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import * as told from '@tyovayla/proto/tyovayla/guidance/v1/assignment_events';
import type { AssignmentFact } from '../../domain/assignment/assignment-facts.ts';
import type { FactEncoders } from './outgoing.ts';

const typeOf = (name: string): string => `tyovayla.guidance.v1.${name}`;

/** Facts about who serves a client as messages of the contract. */
export const assignmentEvents: FactEncoders<AssignmentFact> = {
  SpecialistAssigned: ({ kind, teamId = '', staffId = '', by }, meta) => ({
    type: typeOf(kind),
    body: told.SpecialistAssigned.encode({
      meta,
      clientId: meta.aggregateId,
      teamId,
      staffId,
      automatic: by === 'PROGRAM',
      overMost: by === 'PERSON_OVER_MOST',
    }).finish(),
  }),
  SpecialistReleased: ({ kind, staffId = '' }, meta) => ({
    type: typeOf(kind),
    body: told.SpecialistReleased.encode({ meta, clientId: meta.aggregateId, staffId }).finish(),
  }),
  HandOverProposed: ({ kind, fromStaffId, toStaffId }, meta) => ({
    type: typeOf(kind),
    body: told.HandOverProposed.encode({ meta, clientId: meta.aggregateId, fromStaffId, toStaffId }).finish(),
  }),
  HandOverDeclined: ({ kind, staffId }, meta) => ({
    type: typeOf(kind),
    body: told.HandOverDeclined.encode({ meta, clientId: meta.aggregateId, staffId }).finish(),
  }),
  CaseHandedOver: ({ kind, fromStaffId, toStaffId, teamId, reason, openTasks, by }, meta) => ({
    type: typeOf(kind),
    body: told.CaseHandedOver.encode({
      meta,
      clientId: meta.aggregateId,
      fromStaffId,
      toStaffId,
      teamId,
      reason: handOverReasonFromJSON(`HAND_OVER_REASON_${reason}`),
      openTasks,
      overMost: by === 'PERSON_OVER_MOST',
    }).finish(),
  }),
  AccessOpened: ({ kind, needId, staffId, reason, until }, meta) => ({
    type: typeOf(kind),
    body: told.AccessOpened.encode({
      meta,
      clientId: meta.aggregateId,
      needId,
      staffId,
      reason: needReasonFromJSON(`NEED_REASON_${reason}`),
      untilTime: until,
    }).finish(),
  }),
};
