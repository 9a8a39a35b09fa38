import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meetingCancelReasons, plannedByNeed } from '../../../src/api/process-codes.ts';
import type { MeetingView, MissedMeetingView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useSignedIn } from '../lib/session.tsx';
import { bookingBody, bookingForm, bookingReasons, channelCodesFor, likelyCode } from './booking.ts';
import { BookingFields } from './booking-fields.tsx';
import { CodeField, DayField, filled } from './form-fields.tsx';
import type { Notice } from './process-context.tsx';
import { ProcessForm } from './process-form.tsx';

type OnMeeting = { readonly meeting: MeetingView };

/** Books a time for a planned meeting. */
export const BookMeeting = ({ meeting }: OnMeeting): ReactNode => {
  const { t } = useTranslation();
  const [form, setForm] = useState(bookingForm(meeting, meeting.scheduleByDate ?? meeting.dueDate ?? ''));
  const { meetingId, kind } = meeting;
  return (
    <ProcessForm
      name={`book-${meetingId}`}
      title={t('process.meetings.book')}
      submitText={t('process.meetings.book')}
      path="meetings/book"
      body={{ meetingId, kind, booking: bookingBody(form) }}
      reasonFields={bookingReasons}
      done={t('process.meetings.booked')}
    >
      <BookingFields form={form} onChange={setForm} />
    </ProcessForm>
  );
};

/** Books a contact that nothing asks for. */
export const BookContact = (): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [form, setForm] = useState(bookingForm(undefined, today));
  return (
    <ProcessForm
      name="book-contact"
      title={t('process.meetings.bookContact')}
      submitText={t('process.meetings.book')}
      path="meetings/book"
      body={{ kind: 'CONTACT', booking: bookingBody(form) }}
      reasonFields={bookingReasons}
      done={t('process.meetings.booked')}
    >
      <BookingFields form={form} onChange={setForm} />
    </ProcessForm>
  );
};

/** Gives a booked meeting another time. */
export const RescheduleMeeting = ({ meeting }: OnMeeting): ReactNode => {
  const { t } = useTranslation();
  const [form, setForm] = useState(bookingForm(meeting, ''));
  const { meetingId, version: expectedVersion } = meeting;
  return (
    <ProcessForm
      name={`reschedule-${meetingId}`}
      title={t('process.meetings.reschedule')}
      submitText={t('process.meetings.reschedule')}
      path={`meetings/${meetingId}/reschedule`}
      body={{ expectedVersion, booking: bookingBody(form) }}
      reasonFields={bookingReasons}
      done={t('process.meetings.rescheduled')}
    >
      <BookingFields form={form} onChange={setForm} />
    </ProcessForm>
  );
};

/** Cancels a meeting; one that the law asks for is planned again unless it is waived. */
export const CancelMeeting = ({ meeting }: OnMeeting): ReactNode => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const { meetingId, version: expectedVersion } = meeting;
  return (
    <ProcessForm
      name={`cancel-${meetingId}`}
      title={t('process.meetings.cancel')}
      submitText={t('process.meetings.cancel')}
      danger
      path={`meetings/${meetingId}/cancel`}
      body={{ expectedVersion, ...filled({ reason }) }}
      reasonFields={{ WAIVING_NOT_IN_FORCE: 'reason' }}
      done={t('process.meetings.cancelled')}
    >
      <p className="muted">{t('process.meetings.cancelHelp')}</p>
      <CodeField
        field="reason"
        label={t('process.meetings.cancelReason')}
        codes={meetingCancelReasons}
        names="meetingCancelReasons"
        value={reason}
        onChange={setReason}
      />
    </ProcessForm>
  );
};

/** Records that a meeting was held, and how. */
export const MeetingHeld = ({ meeting }: OnMeeting): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const { meetingId, kind, booking, version: expectedVersion } = meeting;
  const day = booking && booking.date < today ? booking.date : today;
  const [form, setForm] = useState({ heldDate: day, channelCode: likelyCode(meeting) });
  return (
    <ProcessForm
      name={`held-${meetingId}`}
      title={t('process.meetings.held')}
      submitText={t('process.save')}
      path={`meetings/${meetingId}/held`}
      body={{ expectedVersion, ...filled(form) }}
      reasonFields={{ HELD_DATE_OUT_OF_RANGE: 'heldDate', CHANNEL_CODE_DOES_NOT_FIT: 'channelCode' }}
      done={t('process.meetings.heldDone')}
    >
      <div className="fields">
        <DayField
          field="heldDate"
          label={t('process.meetings.heldDate')}
          value={form.heldDate}
          onChange={(heldDate) => setForm({ ...form, heldDate })}
        />
        <CodeField
          field="channelCode"
          label={t('process.meetings.channelCode')}
          codes={channelCodesFor(kind)}
          names="channelCodes"
          withCode
          value={form.channelCode}
          onChange={(channelCode) => setForm({ ...form, channelCode })}
        />
      </div>
    </ProcessForm>
  );
};

/** Records that the client did not come, and tells what may follow. */
export const MeetingMissed = ({ meeting }: OnMeeting): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { meetingId, version: expectedVersion } = meeting;
  const told = (answer: unknown): Notice => {
    const { effect = '', ruleValidFromDate = '' } = answer as MissedMeetingView;
    const what = t(`process.codes.missedEffects.${effect}`, { defaultValue: effect });
    return { text: t('process.meetings.missedDone', { what, date: day(ruleValidFromDate) }), variant: 'info' };
  };
  return (
    <ProcessForm
      name={`missed-${meetingId}`}
      title={t('process.meetings.missed')}
      submitText={t('process.save')}
      path={`meetings/${meetingId}/missed`}
      body={{ expectedVersion }}
      done={told}
    >
      <p>{t('process.meetings.missedHelp')}</p>
    </ProcessForm>
  );
};

/** Plans a meeting by the client's need. */
export const PlanMeeting = (): ReactNode => {
  const { t } = useTranslation();
  const [form, setForm] = useState({ kind: 'SUPPLEMENTARY', dueDate: '' });
  return (
    <ProcessForm
      name="plan-meeting"
      title={t('process.meetings.plan')}
      submitText={t('process.meetings.planSubmit')}
      path="meetings"
      body={filled(form)}
      done={t('process.meetings.planned')}
    >
      <div className="fields">
        <CodeField
          field="kind"
          label={t('process.meetings.kind')}
          codes={plannedByNeed}
          names="meetingKinds"
          value={form.kind}
          onChange={(kind) => setForm({ ...form, kind })}
        />
        <DayField
          field="dueDate"
          label={t('process.meetings.dueBy')}
          value={form.dueDate}
          onChange={(dueDate) => setForm({ ...form, dueDate })}
        />
      </div>
    </ProcessForm>
  );
};
