import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import { type LocalDate, parseLocalDate } from '@tyovayla/kernel/local-date';
import type { Tx } from '@tyovayla/kernel/sql';
import { needReasonToJSON } from '@tyovayla/proto/tyovayla/guidance/v1/assignment';
import * as told from '@tyovayla/proto/tyovayla/guidance/v1/assignment_events';
import type { ClientId } from '../../domain/client/client.ts';
import type { ServiceNews } from '../../domain/client/service-news.ts';

/** Throws on a text that is no date: the event is parked, not guessed at. */
const dateOf = (text: string, field: string): LocalDate => {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`${field} is not a date`);
  return date;
};

/** Ids go into columns of type uuid: one that is none is parked by itself, not with its whole batch. */
const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const idOf = (text: string, field: string): string => {
  if (!uuidShape.test(text)) throw new Error(`${field} is not an id`);
  return text;
};

const clientIdOf = (event: { readonly clientId: string }): ClientId => idOf(event.clientId, 'client_id') as ClientId;

const needOpened = (body: Uint8Array): ServiceNews => {
  const event = told.AccessOpened.decode(body);
  if (event.untilTime === undefined) throw new Error('until_time is missing');
  const need = {
    needId: idOf(event.needId, 'need_id'),
    clientId: clientIdOf(event),
    staffId: event.staffId,
    reason: needReasonToJSON(event.reason).replace('NEED_REASON_', ''),
    until: event.untilTime,
  };
  return { kind: 'NeedOpened', need };
};

const readers: Readonly<Record<string, (body: Uint8Array) => ServiceNews>> = {
  SpecialistAssigned: (body) => {
    const event = told.SpecialistAssigned.decode(body);
    const { teamId, staffId } = event;
    return {
      kind: 'ServiceAssigned',
      clientId: clientIdOf(event),
      ...(teamId !== '' && { teamId }),
      ...(staffId !== '' && { specialistId: staffId }),
    };
  },
  SpecialistReleased: (body) => ({
    kind: 'ServiceReleased',
    clientId: clientIdOf(told.SpecialistReleased.decode(body)),
  }),
  CaseHandedOver: (body) => {
    const event = told.CaseHandedOver.decode(body);
    const { teamId, toStaffId: specialistId } = event;
    return { kind: 'ServiceAssigned', clientId: clientIdOf(event), teamId, specialistId };
  },
  AccessOpened: needOpened,
  SubstituteSet: (body) => {
    const event = told.SubstituteSet.decode(body);
    return {
      kind: 'SubstituteSet',
      substitutionId: idOf(event.substitutionId, 'substitution_id'),
      absentId: event.absentStaffId,
      substituteId: event.substituteStaffId,
      from: dateOf(event.fromDate, 'from_date'),
      to: dateOf(event.toDate, 'to_date'),
    };
  },
  SubstitutionEnded: (body) => {
    const event = told.SubstitutionEnded.decode(body);
    const substitutionId = idOf(event.substitutionId, 'substitution_id');
    return { kind: 'SubstitutionEnded', substitutionId, endedOn: dateOf(event.endedDate, 'ended_date') };
  },
  TeamComposed: (body) => {
    const { teamId, members } = told.TeamComposed.decode(body);
    return {
      kind: 'TeamComposed',
      teamId,
      members: members.map(({ staffId, fromDate, toDate }) => ({
        staffId,
        from: dateOf(fromDate, 'from_date'),
        ...(toDate !== '' && { to: dateOf(toDate, 'to_date') }),
      })),
    };
  },
};

const prefix = 'tyovayla.guidance.v1.';

const readerOf = (type: string) => {
  const name = type.startsWith(prefix) ? type.slice(prefix.length) : '';
  return Object.hasOwn(readers, name) ? readers[name] : undefined;
};

/** Whether the registry follows guidance's events of this type: those that say who serves whom, and no others. */
export const followsGuidance = (type: string): boolean => readerOf(type) !== undefined;

/**
 * Guidance's event as the registry understands it; undefined for one that it passes over. Throws on what it can't
 * read: the event is parked.
 */
export const serviceNewsFrom = ({ type, body }: Pick<ReceivedEvent, 'type' | 'body'>): ServiceNews | undefined =>
  readerOf(type)?.(body);

/** The effect of guidance's events, in the consumer's transaction. */
export const applyGuidanceEvents =
  (follow: (tx: Tx, news: readonly ServiceNews[]) => Promise<void>) =>
  (tx: Tx, events: readonly ReceivedEvent[]): Promise<void> =>
    follow(
      tx,
      events.flatMap((received) => serviceNewsFrom(received) ?? []),
    );
