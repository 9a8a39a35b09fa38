import {
  hearingMannerFromJSON,
  neglectKindFromJSON,
  reasonVerdictFromJSON,
} from '@tyovayla/proto/tyovayla/guidance/v1/neglect';
import * as told from '@tyovayla/proto/tyovayla/guidance/v1/neglect_events';
import type { NeglectFact } from '../../domain/neglect/neglect-facts.ts';
import type { ContactNeglectKind } from '../../domain/neglect/neglect-kind.ts';
import type { FactEncoders } from './outgoing.ts';

const typeOf = (name: string): string => `tyovayla.guidance.v1.${name}`;

const endGrounds: { readonly [Kind in ContactNeglectKind]: told.JobSearchEndGround } = {
  NO_CONTACT_BY_DEADLINE: told.JobSearchEndGround.JOB_SEARCH_END_GROUND_NO_CONTACT_BY_DEADLINE,
  SELF_BOOKED_MEETING_MISSED: told.JobSearchEndGround.JOB_SEARCH_END_GROUND_MISSED_SELF_BOOKED_MEETING,
};

/** Facts about neglects as messages of the contract. Neither a reason nor anybody's words are in any of them. */
export const neglectEvents: FactEncoders<NeglectFact> = {
  NeglectRecorded: ({ kind, neglectId, neglectKind, occurredOn }, meta) => ({
    type: typeOf(kind),
    body: told.NeglectRecorded.encode({
      meta,
      clientId: meta.aggregateId,
      neglectId,
      kind: neglectKindFromJSON(`NEGLECT_KIND_${neglectKind}`),
      occurredDate: occurredOn,
    }).finish(),
  }),
  NeglectCandidateDismissed: ({ kind, candidateId }, meta) => ({
    type: typeOf(kind),
    body: told.NeglectCandidateDismissed.encode({ meta, clientId: meta.aggregateId, candidateId }).finish(),
  }),
  HearingOpened: ({ kind, neglectId, hearingId, deadline, manner }, meta) => ({
    type: typeOf(kind),
    body: told.HearingOpened.encode({
      meta,
      clientId: meta.aggregateId,
      neglectId,
      hearingId,
      deadlineDate: deadline,
      manner: hearingMannerFromJSON(`HEARING_MANNER_${manner}`),
    }).finish(),
  }),
  HearingAnswered: ({ kind, neglectId, hearingId }, meta) => ({
    type: typeOf(kind),
    body: told.HearingAnswered.encode({ meta, clientId: meta.aggregateId, neglectId, hearingId }).finish(),
  }),
  HearingDeadlinePassed: ({ kind, neglectId, hearingId }, meta) => ({
    type: typeOf(kind),
    body: told.HearingDeadlinePassed.encode({ meta, clientId: meta.aggregateId, neglectId, hearingId }).finish(),
  }),
  ReasonAssessed: ({ kind, neglectId, verdict }, meta) => ({
    type: typeOf(kind),
    body: told.ReasonAssessed.encode({
      meta,
      clientId: meta.aggregateId,
      neglectId,
      verdict: reasonVerdictFromJSON(`REASON_VERDICT_${verdict}`),
    }).finish(),
  }),
  ReminderGiven: ({ kind, neglectId }, meta) => ({
    type: typeOf(kind),
    body: told.ReminderGiven.encode({ meta, clientId: meta.aggregateId, neglectId }).finish(),
  }),
  JobSearchEndProposed: ({ kind, neglectId, jobSearchId, ground, neglectedOn, ruleValidFrom }, meta) => ({
    type: typeOf(kind),
    body: told.JobSearchEndProposed.encode({
      meta,
      clientId: meta.aggregateId,
      neglectId,
      jobSearchId,
      ground: endGrounds[ground],
      neglectedDate: neglectedOn,
      ruleValidFromDate: ruleValidFrom,
    }).finish(),
  }),
};
