import { badField, type Checked } from '@tyovayla/kernel/field-check';
import { accepted } from '@tyovayla/kernel/result';

/** An ESCO skill by the UUID at the end of its URI (http://data.europa.eu/esco/skill/…), in small letters. Handbook 5.2. */
export type SkillId = string & { readonly brand: 'SkillId' };

const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads a skill's id; a violation on the field where it is no UUID. */
export const checkSkill = (field: string, text: string): Checked<SkillId> => {
  const id = text.toLowerCase();
  return shape.test(id) ? accepted(id as SkillId) : badField(field, 'SKILL_ID_FORMAT', 'is no id of an ESCO skill');
};
