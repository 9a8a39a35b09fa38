import { Tag } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  consentDataGroups,
  consentPurposes,
  consentRecipientKinds,
  contactChannels,
} from '../../../src/api/record-codes.ts';
import { CodeChecks, CodeChoice } from '../common/code-fields.tsx';
import { PartForm } from '../common/part-form.tsx';
import type { ConsentListView } from '../lib/api-types.ts';
import { useFormats } from '../lib/format.ts';
import { useSignedIn } from '../lib/session.tsx';
import { DayField, LineField } from '../process/form-fields.tsx';
import { useRecordPart, useRecordPath } from './record-scene.tsx';
import { Part } from './record-section.tsx';

type Consent = ConsentListView['consents'][number];

const Withdraw = ({ consentId }: Pick<Consent, 'consentId'>): ReactNode => {
  const { t } = useTranslation();
  const path = useRecordPath(`consents/${consentId}/withdraw`);
  return (
    <PartForm
      name={`withdraw-${consentId}`}
      title={t('record.consent.withdraw')}
      danger
      path={path}
      body={{}}
      done={t('record.consent.withdrawn')}
    >
      <p className="muted">{t('record.consent.withdrawHelp')}</p>
    </PartForm>
  );
};

const Item = ({ consent }: { readonly consent: Consent }): ReactNode => {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { recipientKind, recipientBusinessId, dataGroups, purpose, withdrawnDate, holdsToday } = consent;
  const groups = dataGroups.map((code) => t(`record.codes.consentDataGroups.${code}`, { defaultValue: code }));
  const state = withdrawnDate ? 'withdrawnState' : holdsToday ? 'holds' : 'holdsNot';
  return (
    <li className="rows__row stack stack--tight">
      <h4 className="process__title">
        {t(`record.codes.recipientKinds.${recipientKind}`, { defaultValue: recipientKind })}
        {recipientBusinessId ? ` ${recipientBusinessId}` : ''}{' '}
        <Tag size="small" variant="outline" data-color={holdsToday ? 'success' : 'neutral'}>
          {t(`record.consent.${state}`)}
        </Tag>
      </h4>
      <div>
        {groups.join(', ')}: {t(`record.codes.consentPurposes.${purpose}`, { defaultValue: purpose })}
      </div>
      <div className="muted">
        {t('record.consent.period', {
          from: day(consent.fromDate),
          to: day(consent.toDate),
          given: day(consent.givenDate),
          channel: t(`record.codes.contactChannels.${consent.channel}`, { defaultValue: consent.channel }),
        })}
        {withdrawnDate ? ` · ${t('record.consent.withdrawnOn', { date: day(withdrawnDate) })}` : ''}
      </div>
      {withdrawnDate ? undefined : <Withdraw consentId={consent.consentId} />}
    </li>
  );
};

const Give = (): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const path = useRecordPath('consents');
  const [form, setForm] = useState({
    recipientKind: '',
    recipientBusinessId: '',
    dataGroups: [] as readonly string[],
    purpose: '',
    fromDate: today,
    toDate: '',
    channel: '',
  });
  const { recipientBusinessId, ...rest } = form;
  const id = recipientBusinessId.trim();
  return (
    <PartForm
      name="consent"
      title={t('record.consent.give')}
      submitText={t('client.save')}
      path={path}
      body={{ consent: { ...rest, ...(id ? { recipientBusinessId: id } : {}) } }}
      done={t('record.consent.given')}
    >
      <div className="fields">
        <CodeChoice
          field="consent.recipientKind"
          label={t('record.consent.recipientKind')}
          codes={consentRecipientKinds}
          names="record.codes.recipientKinds"
          value={form.recipientKind}
          onChange={(recipientKind) => setForm({ ...form, recipientKind })}
        />
        <LineField
          field="consent.recipientBusinessId"
          label={t('record.consent.businessId')}
          help={t('record.consent.businessIdHelp')}
          maxLength={9}
          value={form.recipientBusinessId}
          onChange={(businessId) => setForm({ ...form, recipientBusinessId: businessId })}
        />
        <CodeChoice
          field="consent.purpose"
          label={t('record.consent.purpose')}
          codes={consentPurposes}
          names="record.codes.consentPurposes"
          value={form.purpose}
          onChange={(purpose) => setForm({ ...form, purpose })}
        />
        <CodeChoice
          field="consent.channel"
          label={t('record.consent.channel')}
          codes={contactChannels}
          names="record.codes.contactChannels"
          value={form.channel}
          onChange={(channel) => setForm({ ...form, channel })}
        />
        <DayField
          field="consent.fromDate"
          label={t('record.from')}
          value={form.fromDate}
          onChange={(fromDate) => setForm({ ...form, fromDate })}
        />
        <DayField
          field="consent.toDate"
          label={t('record.to')}
          value={form.toDate}
          onChange={(toDate) => setForm({ ...form, toDate })}
        />
      </div>
      <CodeChecks
        field="consent.dataGroups"
        label={t('record.consent.dataGroups')}
        codes={consentDataGroups}
        names="record.codes.consentDataGroups"
        value={form.dataGroups}
        onChange={(dataGroups) => setForm({ ...form, dataGroups })}
      />
    </PartForm>
  );
};

/** What the client has consented to: to whom, of what, for what, for how long. */
export const ConsentsSection = (): ReactNode => {
  const { t } = useTranslation();
  const part = useRecordPart<ConsentListView>('consents');
  return (
    <Part part={part}>
      {({ consents }) => (
        <>
          {consents.length === 0 ? <p className="muted">{t('record.consent.none')}</p> : undefined}
          <ul className="rows plain-links">
            {consents.map((consent) => (
              <Item key={consent.consentId} consent={consent} />
            ))}
          </ul>
          <Give key={consents.length} />
        </>
      )}
    </Part>
  );
};
