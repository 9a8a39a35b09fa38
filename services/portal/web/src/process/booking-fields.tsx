import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meetingBookers, meetingChannels, remoteReasons } from '../../../src/api/process-codes.ts';
import { StaffField } from '../common/code-search.tsx';
import { useFormats } from '../lib/format.ts';
import { type BookingForm, hourRuns, officesFor } from './booking.ts';
import { ChoiceField, CodeField, DayField, LineField } from './form-fields.tsx';
import { useScene } from './process-context.tsx';

type BookingFieldsProps = { readonly form: BookingForm; onChange(form: BookingForm): void };

const useHoursText = (): ((hours: Parameters<typeof hourRuns>[0]) => string) => {
  const { weekdayShort } = useFormats();
  return (hours) =>
    hourRuns(hours)
      .map(({ from, to, text }) => {
        const days = from === to ? weekdayShort(from) : `${weekdayShort(from)}–${weekdayShort(to)}`;
        return `${days} ${text}`;
      })
      .join(', ');
};

const Place = ({ form, onChange }: BookingFieldsProps): ReactNode => {
  const { t } = useTranslation();
  const { client, process } = useScene();
  const hoursText = useHoursText();
  const { offices = [], remoteHours = [] } = process.offices.value ?? {};
  const chosen = offices.find(({ officeCode }) => officeCode === form.officeCode);
  if (form.channel !== 'OFFICE')
    return (
      <CodeField
        field="booking.remoteReason"
        label={t('process.meetings.remoteReason')}
        codes={remoteReasons}
        names="remoteReasons"
        empty={t('process.meetings.noRemoteReason', { hours: hoursText(remoteHours) })}
        value={form.remoteReason}
        onChange={(remoteReason) => onChange({ ...form, remoteReason })}
      />
    );
  const options = officesFor(offices, client.municipalityCode).map(({ officeCode, name, municipalityCode }) => ({
    value: officeCode,
    text: `${t(`municipalities.${municipalityCode}`, { defaultValue: municipalityCode })}: ${name}`,
  }));
  const where = [chosen?.address, chosen && hoursText(chosen.openingHours)].filter(Boolean).join(' · ');
  return (
    <ChoiceField
      field="booking.officeCode"
      label={t('process.meetings.office')}
      help={where || t('process.meetings.officeHelp')}
      options={options}
      value={form.officeCode}
      onChange={(officeCode) => onChange({ ...form, officeCode })}
    />
  );
};

/** When, where, how and with whom people meet. */
export const BookingFields = ({ form, onChange }: BookingFieldsProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <div className="fields">
      <DayField
        field="booking.date"
        label={t('process.meetings.date')}
        value={form.date}
        onChange={(date) => onChange({ ...form, date })}
      />
      <LineField
        field="booking.startTime"
        label={t('process.meetings.time')}
        help={t('process.meetings.timeHelp')}
        width={6}
        value={form.startTime}
        onChange={(startTime) => onChange({ ...form, startTime })}
      />
      <LineField
        field="booking.minutes"
        label={t('process.meetings.minutes')}
        help={t('process.meetings.minutesHelp')}
        width={6}
        digits
        value={form.minutes}
        onChange={(minutes) => onChange({ ...form, minutes })}
      />
      <CodeField
        field="booking.channel"
        label={t('process.meetings.channel')}
        codes={meetingChannels}
        names="meetingChannels"
        value={form.channel}
        onChange={(channel) => onChange({ ...form, channel })}
      />
      <Place form={form} onChange={onChange} />
      <CodeField
        field="booking.bookedBy"
        label={t('process.meetings.bookedBy')}
        codes={meetingBookers}
        names="meetingBookers"
        value={form.bookedBy}
        onChange={(bookedBy) => onChange({ ...form, bookedBy })}
      />
      <StaffField
        field="booking.specialistId"
        label={t('process.meetings.specialist')}
        help={t('process.meetings.specialistHelp')}
        value={form.specialistId}
        onChange={(specialistId) => onChange({ ...form, specialistId })}
      />
    </div>
  );
};
