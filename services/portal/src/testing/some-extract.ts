import type { ExtractPart } from '../api/access-report-schemas.ts';

/** An extract with a group of which something is kept and one of which nothing is. */
export const someExtract = (extractedDate: string, givenNames: string): ExtractPart => ({
  extractedDate,
  groups: [
    {
      code: 'IDENTITY',
      purpose: 'IDENTIFY_CLIENT',
      legalBases: [{ act: '380/2023' }],
      specialCategory: false,
      records: [{ kind: 'Client', fields: [{ name: 'given_names', value: givenNames }] }],
    },
    {
      code: 'WORK_ABILITY',
      purpose: 'CHOOSE_SERVICE_BY_WORK_ABILITY',
      legalBases: [{ act: 'EU 2016/679', section: '9(2)(b)' }],
      specialCategory: true,
      records: [],
    },
  ],
});

/** What guidance keeps: a plan, and a network of which the caller sees nothing. */
export const someProcessExtract = (extractedDate: string): ExtractPart => ({
  extractedDate,
  groups: [
    {
      code: 'PLAN',
      purpose: 'EMPLOYMENT_SERVICE',
      legalBases: [{ act: '380/2023' }],
      specialCategory: false,
      records: [{ kind: 'plan', fields: [{ name: 'accepted_on', value: extractedDate }] }],
    },
    {
      code: 'MULTI_SECTOR',
      purpose: 'JOINT_SUPPORT',
      legalBases: [{ act: '381/2023' }],
      specialCategory: true,
      records: [],
    },
  ],
});
