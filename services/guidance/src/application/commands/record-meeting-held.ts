import { checkDate } from '@tyovayla/kernel/field-check';
import type { Refusal } from '@tyovayla/kernel/refusal';
import { accepted, type Result } from '@tyovayla/kernel/result';
import { understood } from '../../domain/client-case/case-refusals.ts';
import type { HeldMeeting } from '../../domain/meeting/meeting.ts';
import type { OnMeeting } from '../../domain/meeting/meeting-decision.ts';
import { type RecordMeetingHeld, recordMeetingHeld } from '../../domain/meeting/record-meeting-held.ts';
import { profileOwedBy } from '../../domain/profile-duty/profile-duty.ts';
import type { ServiceNeed } from '../../domain/service-need/service-need.ts';
import type { OnCase } from '../case-command.ts';
import type { GuidancePorts } from '../ports.ts';
import { profileTask } from '../reactions/profile-reactions.ts';
import { type LoadedState, meetingCommand, versionOf } from './meeting-command.ts';

export type RecordMeetingHeldInput = OnCase & RecordMeetingHeld;

/** Understands what was written, or names every bad field. */
export const readRecordMeetingHeld = ({
  heldOn: written,
  ...rest
}: OnCase & OnMeeting & { readonly heldOn: string; readonly channelCode: string }): Result<
  RecordMeetingHeldInput,
  Refusal
> => {
  const heldOn = understood(checkDate('held_date', written));
  return heldOn.ok ? accepted({ ...rest, heldOn: heldOn.value }) : heldOn;
};

type Held = { readonly held: HeldMeeting };

type State = LoadedState<readonly ServiceNeed[]>;

/** At the interview and at each discussion the need for service is assessed (handbook 2.3), unless it was that day. */
const assessmentTask = ({ dayTasks }: GuidancePorts, { held }: Held, { loaded }: State, newId: () => string) => {
  const isAssessed = (loaded.more[0]?.assessedOn ?? '') >= held.heldOn;
  if (isAssessed || (held.kind !== 'INITIAL_INTERVIEW' && held.kind !== 'DISCUSSION')) return [];
  const { clientId, jobSearchId: sourceId, heldOn: dueOn } = held;
  return [dayTasks.put({ taskId: newId(), clientId, kind: 'ASSESSMENT_DUE', dueOn, sourceId })];
};

/** A discussion starts the duty to publish a profile in a job search that is older than the duty. */
const profileTasks = (ports: GuidancePorts, { held }: Held, { clientCase, loaded }: State, newId: () => string) => {
  const others = loaded.meetings.filter(({ meetingId }) => meetingId !== held.meetingId);
  const [was, dueOn] = [profileOwedBy(clientCase, loaded.meetings), profileOwedBy(clientCase, [...others, held])];
  return dueOn === undefined || dueOn === was ? [] : profileTask(ports, clientCase, { dueOn, taskId: newId() });
};

/** Records that a meeting was held, and plans what the clock asks for next. */
export const recordMeetingHeldCommand = (ports: GuidancePorts) =>
  meetingCommand(ports, {
    name: 'RecordMeetingHeld',
    loadMore: (tx, { clientId }: RecordMeetingHeldInput) => ports.serviceNeeds.ofClient(tx, clientId),
    decide: (scene, input: RecordMeetingHeldInput, context) => recordMeetingHeld(scene, input, context),
    answer: (decided) => ({ ...versionOf(decided), next: decided.next }),
    saveMore: (decided, state, { newId }) => [
      ...assessmentTask(ports, decided, state, newId),
      ...profileTasks(ports, decided, state, newId),
    ],
  });
