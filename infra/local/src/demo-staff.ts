import type { Role } from '@tyovayla/kernel/role';

/** A made-up member of the area's staff who can sign in on the local platform. */
export type DemoStaff = {
  /** Opaque and stable: it stands in audit entries. */
  readonly id: string;
  /** Name to sign in with; the password is "demo" for all. */
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  /** The specialist's own municipality, three-digit code. */
  readonly municipality?: string;
  readonly title: { readonly fi: string; readonly sv: string; readonly en: string };
};

export const demoPassword = 'demo';

/** Everyone who can sign in on the local platform: somebody for each role that the area has. */
export const demoStaff: readonly DemoStaff[] = [
  {
    id: 'staff-0001',
    login: 'kemi-specialist',
    name: 'Kerttu Kemiläinen',
    role: 'CASE_SPECIALIST',
    municipality: '240',
    title: { fi: 'Asiantuntija, Kemi', sv: 'Sakkunnig, Kemi', en: 'Case specialist, Kemi' },
  },
  {
    id: 'staff-0002',
    login: 'tornio-specialist',
    name: 'Topi Torniolainen',
    role: 'CASE_SPECIALIST',
    municipality: '851',
    title: { fi: 'Asiantuntija, Tornio', sv: 'Sakkunnig, Torneå', en: 'Case specialist, Tornio' },
  },
  {
    id: 'staff-0003',
    login: 'service-manager',
    name: 'Paula Päällikkö',
    role: 'SERVICE_MANAGER',
    title: { fi: 'Palvelupäällikkö', sv: 'Servicechef', en: 'Service manager' },
  },
  {
    id: 'staff-0004',
    login: 'protected-handler',
    name: 'Tuija Turvala',
    role: 'PROTECTED_CLIENT_HANDLER',
    title: {
      fi: 'Turvakieltoasiakkaiden käsittelijä',
      sv: 'Handläggare för skyddade kunder',
      en: 'Protected-client handler',
    },
  },
  {
    id: 'staff-0005',
    login: 'statistician',
    name: 'Tapani Tilasto',
    role: 'STATISTICIAN',
    title: { fi: 'Tilastoasiantuntija', sv: 'Statistiker', en: 'Statistician' },
  },
  {
    id: 'staff-0006',
    login: 'board-member',
    name: 'Liisa Lautakunta',
    role: 'BOARD_MEMBER',
    title: { fi: 'Lautakunnan jäsen', sv: 'Nämndledamot', en: 'Board member' },
  },
  {
    id: 'staff-0007',
    login: 'auditor',
    name: 'Tarja Tarkastaja',
    role: 'AUDITOR',
    title: { fi: 'Tarkastaja', sv: 'Revisor', en: 'Auditor' },
  },
  {
    id: 'staff-0008',
    login: 'integration-admin',
    name: 'Ilkka Integraatio',
    role: 'INTEGRATION_ADMIN',
    title: { fi: 'Integraatioiden ylläpitäjä', sv: 'Integrationsadministratör', en: 'Integration administrator' },
  },
  {
    id: 'staff-0009',
    login: 'lapha-member',
    name: 'Helmi Hyvönen',
    role: 'MULTI_SECTOR_MEMBER',
    title: {
      fi: 'Sosiaalityöntekijä, Lapin hyvinvointialue',
      sv: 'Socialarbetare, Lapplands välfärdsområde',
      en: 'Social worker, Lapland wellbeing services county',
    },
  },
  {
    id: 'staff-0010',
    login: 'kela-member',
    name: 'Kaisa Kelo',
    role: 'MULTI_SECTOR_MEMBER',
    title: { fi: 'Työkykyneuvoja, Kela', sv: 'Arbetsförmågerådgivare, FPA', en: 'Work ability adviser, Kela' },
  },
];

/** The member of staff with this sign-in name or id. Throws for a name that nobody has: it is a mistake in a test. */
export const demoStaffMember = (loginOrId: string): DemoStaff => {
  const found = demoStaff.find((one) => one.login === loginOrId || one.id === loginOrId);
  if (found === undefined) throw new Error(`nobody in the demo staff is called ${loginOrId}`);
  return found;
};

/** What tokens say of a person beside who it is. */
export const claimsOf = (staff: DemoStaff): { readonly roles: readonly Role[]; readonly municipality?: string } => ({
  roles: [staff.role],
  ...(staff.municipality === undefined ? {} : { municipality: staff.municipality }),
});
