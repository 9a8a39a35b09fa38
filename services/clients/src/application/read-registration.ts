import type { Clock } from '@tyovayla/kernel/clock';
import type { Result } from '@tyovayla/kernel/result';
import { type ClientRefusal, understood } from '../domain/client/client-refusals.ts';
import { type Registration, type RegistrationForm, readRegistrationForm } from '../domain/client/registration-form.ts';
import type { Area } from './ports.ts';

export type ReadRegistration = (form: RegistrationForm) => Result<Registration, ClientRefusal>;

/** Understands registration forms of an area on the clock's day, or names every bad field at once. */
export const registrationReader =
  (area: Area, clock: Clock): ReadRegistration =>
  (form) =>
    understood(readRegistrationForm(form, { today: clock.today(), areaMunicipalities: area.municipalities }));
