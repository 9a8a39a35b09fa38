import { Heading } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeChecks } from '../common/code-fields.tsx';
import { PartForm } from '../common/part-form.tsx';
import type { MultiSectorCaseView, OfficeListView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useResource } from '../lib/use-resource.ts';
import { ChoiceField, DayField } from '../process/form-fields.tsx';
import { usePartyNames } from './case-facts.tsx';
import { stepsOf } from './case-steps.ts';

type OfCase = { readonly one: MultiSectorCaseView };
type Offices = OfficeListView['offices'];

const AgreeMeeting = ({ one, offices }: OfCase & { readonly offices: Offices }): ReactNode => {
  const { t } = useTranslation();
  const involved = ['EMPLOYMENT_AUTHORITY', ...one.parties];
  const [form, setForm] = useState({ meetingDate: '', officeId: '', parties: involved as readonly string[] });
  const { officeId, ...rest } = form;
  return (
    <PartForm
      name="agree-meeting"
      title={t('multiSector.meetings.agree')}
      path={`/api/clients/${one.clientId}/multi-sector/meetings`}
      body={{ ...rest, ...(officeId ? { officeId } : {}), expectedVersion: one.version }}
      reasonFields={{
        MULTI_SECTOR_MEETING_DAY_CLOSED: 'meetingDate',
        MULTI_SECTOR_DATE_TOO_EARLY: 'meetingDate',
        MULTI_SECTOR_PARTY_NOT_INVOLVED: 'parties',
      }}
      done={t('multiSector.meetings.agreed')}
    >
      <DayField
        field="meetingDate"
        label={t('multiSector.meetings.date')}
        value={form.meetingDate}
        onChange={(meetingDate) => setForm({ ...form, meetingDate })}
      />
      <ChoiceField
        field="officeId"
        label={t('multiSector.meetings.office')}
        empty={t('multiSector.meetings.noOffice')}
        options={offices.map(({ officeCode, name }) => ({ value: officeCode, text: name }))}
        value={officeId}
        onChange={(chosen) => setForm({ ...form, officeId: chosen })}
      />
      <CodeChecks
        field="parties"
        label={t('multiSector.meetings.parties')}
        codes={involved}
        names="multiSector.codes.parties"
        value={form.parties}
        onChange={(parties) => setForm({ ...form, parties })}
      />
    </PartForm>
  );
};

/** When the parties meet with the client. */
export const CaseMeetings = ({ one }: OfCase): ReactNode => {
  const { t } = useTranslation();
  const { nearDay, day } = useFormats();
  const partyNames = usePartyNames();
  const meets = stepsOf(one).includes('MEET');
  const { offices = [] } = useResource<OfficeListView>('/api/offices').value ?? {};
  const placeOf = (officeId: string): string =>
    offices.find(({ officeCode }) => officeCode === officeId)?.name ?? officeId;
  return (
    <section className="card stack" aria-labelledby="case-meetings-title">
      <Heading level="2" size="small" id="case-meetings-title">
        {t('multiSector.meetings.title')}
      </Heading>
      {one.meetings.length === 0 ? <p className="muted">{t('multiSector.meetings.none')}</p> : undefined}
      <ul className="plain-links">
        {one.meetings.map(({ meetingId, meetingDate, officeId, parties }) => (
          <li key={meetingId}>
            <strong title={day(meetingDate)}>{nearDay(meetingDate)}</strong>
            {officeId ? `, ${placeOf(officeId)}` : ''}
            <div className="muted">{partyNames(parties)}</div>
          </li>
        ))}
      </ul>
      {meets ? <AgreeMeeting key={one.version} one={one} offices={offices} /> : undefined}
    </section>
  );
};
