import { Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffName } from '../common/staff-name.tsx';
import type { MeetingView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { Link } from '../lib/router.tsx';
import { useSignedIn } from '../lib/session.tsx';
import { isOpen, meetingsInOrder } from './booking.ts';
import {
  BookContact,
  BookMeeting,
  CancelMeeting,
  MeetingHeld,
  MeetingMissed,
  PlanMeeting,
  RescheduleMeeting,
} from './meeting-forms.tsx';
import { useScene } from './process-context.tsx';
import { ProcessSection } from './process-section.tsx';

type OnMeeting = { readonly meeting: MeetingView };

const colours: Readonly<Record<string, 'info' | 'success' | 'danger' | 'neutral' | 'warning'>> = {
  PLANNED: 'warning',
  BOOKED: 'info',
  HELD: 'success',
  MISSED: 'danger',
};

const Booking = ({ meeting }: OnMeeting): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { offices = [] } = useScene().process.offices.value ?? {};
  const { booking } = meeting;
  if (!booking) return undefined;
  const office = offices.find((one) => one.officeCode === booking.officeCode);
  const { date, startTime, minutes, channel, officeCode = '', bookedBy, specialistId, remoteReason } = booking;
  return (
    <>
      <dt>{t('process.meetings.when')}</dt>
      <dd>{t('process.meetings.whenText', { date: day(date), time: startTime, minutes })}</dd>
      <dt>{t('process.meetings.where')}</dt>
      <dd>
        {t(`process.codes.meetingChannels.${channel}`, { defaultValue: channel })}
        {officeCode ? `, ${office?.name ?? officeCode}` : ''}
        {remoteReason ? ` (${t(`process.codes.remoteReasons.${remoteReason}`)})` : ''}
      </dd>
      <dt>{t('process.meetings.bookedBy')}</dt>
      <dd>{t(`process.codes.meetingBookers.${bookedBy}`, { defaultValue: bookedBy })}</dd>
      <dt>{t('process.meetings.specialist')}</dt>
      <dd>{specialistId ? <StaffName id={specialistId} /> : '–'}</dd>
    </>
  );
};

/** What asks for a meeting: a version of the law, or need. */
const AskedFor = ({ meeting }: OnMeeting): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { dueDate, ruleValidFromDate, kind } = meeting;
  if (!dueDate) return undefined;
  const rule = kind === 'INITIAL_INTERVIEW' ? 'interview-due' : 'meeting-clock';
  return (
    <>
      <dt>{t('process.meetings.due')}</dt>
      <dd>
        {day(dueDate)}
        <div className="muted">
          {ruleValidFromDate ? (
            <>
              {t('process.ruleFrom', { date: day(ruleValidFromDate) })}{' '}
              <Link to={`/calculators/${rule}`}>{t('process.openRule')}</Link>
            </>
          ) : (
            t('process.meetings.byNeed')
          )}
        </div>
      </dd>
    </>
  );
};

const Outcome = ({ meeting }: OnMeeting): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { status, doneDate, channelCode, missedEffect, cancelReason } = meeting;
  if (!doneDate) return undefined;
  const how = [
    channelCode && `${channelCode} ${t(`process.codes.channelCodes.${channelCode}`, { defaultValue: '' })}`,
    missedEffect && t(`process.codes.missedEffects.${missedEffect}`, { defaultValue: missedEffect }),
    cancelReason && t(`process.codes.meetingCancelReasons.${cancelReason}`, { defaultValue: cancelReason }),
  ].filter(Boolean);
  return (
    <>
      <dt>{t(`process.codes.meetingStatuses.${status}`, { defaultValue: status })}</dt>
      <dd>{[day(doneDate), ...how].join(' · ')}</dd>
    </>
  );
};

const Actions = ({ meeting }: OnMeeting): ReactNode => {
  const { today } = useSignedIn();
  const { status, booking } = meeting;
  const hasCome = booking !== undefined && booking.date <= today;
  return (
    <div className="process__actions">
      {status === 'PLANNED' ? <BookMeeting meeting={meeting} /> : undefined}
      {status === 'PLANNED' || hasCome ? <MeetingHeld meeting={meeting} /> : undefined}
      {hasCome ? <MeetingMissed meeting={meeting} /> : undefined}
      {status === 'BOOKED' ? <RescheduleMeeting meeting={meeting} /> : undefined}
      <CancelMeeting meeting={meeting} />
    </div>
  );
};

const MeetingItem = ({ meeting }: OnMeeting): ReactNode => {
  const { t } = useTranslation();
  const { kind, status } = meeting;
  return (
    <li className="process__item">
      <h3 className="process__title">
        {t(`process.codes.meetingKinds.${kind}`, { defaultValue: kind })}{' '}
        <Tag size="small" variant="outline" data-color={colours[status] ?? 'neutral'}>
          {t(`process.codes.meetingStatuses.${status}`, { defaultValue: status })}
        </Tag>
      </h3>
      <dl className="facts">
        <AskedFor meeting={meeting} />
        <Booking meeting={meeting} />
        <Outcome meeting={meeting} />
      </dl>
      {isOpen(meeting) ? <Actions key={`${meeting.status} ${meeting.version}`} meeting={meeting} /> : undefined}
    </li>
  );
};

/** The meetings of a client: those to be held first, then those that are over. */
export const MeetingsSection = (): ReactNode => {
  const { t } = useTranslation();
  const { process } = useScene();
  return (
    <ProcessSection id="meetings" title={t('process.meetings.title')} part={process.meetings}>
      {({ meetings }) => (
        <>
          {meetings.length === 0 ? <p className="muted process__meta">{t('process.meetings.none')}</p> : undefined}
          <ul className="process__list">
            {meetingsInOrder(meetings).map((meeting) => (
              <MeetingItem key={meeting.meetingId} meeting={meeting} />
            ))}
          </ul>
          <div className="process__actions">
            <PlanMeeting />
            <BookContact />
          </div>
        </>
      )}
    </ProcessSection>
  );
};
