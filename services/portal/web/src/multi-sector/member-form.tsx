import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parties } from '../../../src/api/multi-sector-codes.ts';
import { CodeChoice } from '../common/code-fields.tsx';
import { StaffField } from '../common/code-search.tsx';
import { PartForm } from '../common/part-form.tsx';

type AppointMemberProps = { readonly clientId: string; readonly expectedVersion: number };

/** Appoints a named person of a party to a client's network. */
export const AppointMember = ({ clientId, expectedVersion }: AppointMemberProps): ReactNode => {
  const { t } = useTranslation();
  const [form, setForm] = useState({ staffId: '', party: '' });
  return (
    <PartForm
      name="appoint"
      title={t('multiSector.member.appoint')}
      path={`/api/clients/${clientId}/multi-sector/members`}
      body={{ ...form, expectedVersion }}
      reasonFields={{
        MULTI_SECTOR_PERSON_NOT_OF_PARTY: 'staffId',
        MULTI_SECTOR_MEMBER_APPOINTED_ALREADY: 'staffId',
        MULTI_SECTOR_PARTY_NOT_INVOLVED: 'party',
      }}
      done={t('multiSector.member.appointed')}
    >
      <CodeChoice
        field="party"
        label={t('multiSector.member.party')}
        codes={parties}
        names="multiSector.codes.parties"
        value={form.party}
        onChange={(party) => setForm({ ...form, party })}
      />
      <StaffField
        field="staffId"
        label={t('multiSector.member.staffId')}
        help={t('multiSector.member.staffIdHelp')}
        value={form.staffId}
        onChange={(staffId) => setForm({ ...form, staffId })}
      />
    </PartForm>
  );
};
