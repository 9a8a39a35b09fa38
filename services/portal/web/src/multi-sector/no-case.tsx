import { Heading } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consultationFindings, multiSectorGrounds } from '../../../src/api/multi-sector-codes.ts';
import { CodeChecks, CodeChoice } from '../common/code-fields.tsx';
import { PartForm, PartScope } from '../common/part-form.tsx';
import { useSignedIn } from '../lib/session.tsx';
import { NoteField } from '../process/form-fields.tsx';
import { AppointMember } from './member-form.tsx';

type OfClient = { readonly clientId: string };

const Refer = ({ clientId }: OfClient): ReactNode => {
  const { t } = useTranslation();
  const [form, setForm] = useState({ grounds: [] as readonly string[], consultation: '', internalNote: '' });
  const { internalNote, ...rest } = form;
  return (
    <PartForm
      name="refer"
      title={t('multiSector.refer.title')}
      path={`/api/clients/${clientId}/multi-sector/refer`}
      body={{ ...rest, ...(internalNote.trim() ? { internalNote } : {}) }}
      reasonFields={{ MULTI_SECTOR_CONSULTATION_ENOUGH: 'consultation' }}
      done={t('multiSector.refer.done')}
    >
      <CodeChecks
        field="grounds"
        label={t('multiSector.refer.grounds')}
        codes={multiSectorGrounds}
        names="multiSector.codes.grounds"
        value={form.grounds}
        onChange={(grounds) => setForm({ ...form, grounds })}
      />
      <CodeChoice
        field="consultation"
        label={t('multiSector.refer.consultation')}
        codes={consultationFindings}
        names="multiSector.codes.findings"
        value={form.consultation}
        onChange={(consultation) => setForm({ ...form, consultation })}
      />
      <NoteField
        field="internalNote"
        label={t('multiSector.refer.note')}
        help={t('multiSector.refer.noteHelp')}
        maxLength={500}
        value={form.internalNote}
        onChange={(note) => setForm({ ...form, internalNote: note })}
      />
    </PartForm>
  );
};

type NoCaseProps = OfClient & { onChanged(): void };

/** A client without a case that the reader could see: refer them, or, as a manager, see to the network. */
export const NoCase = ({ clientId, onChanged }: NoCaseProps): ReactNode => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  return (
    <section className="card stack" aria-labelledby="no-case-title">
      <Heading level="2" size="small" id="no-case-title">
        {t('multiSector.noCase')}
      </Heading>
      <p className="muted">{t('multiSector.noCaseHelp')}</p>
      <PartScope reload={onChanged}>
        <div className="actions">
          <Refer clientId={clientId} />
          {roles.includes('SERVICE_MANAGER') ? <AppointMember clientId={clientId} expectedVersion={0} /> : undefined}
        </div>
      </PartScope>
    </section>
  );
};
