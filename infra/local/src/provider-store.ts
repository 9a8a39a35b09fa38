import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

type Kept = { readonly payload: AdapterPayload; readonly endsAt?: number };

/**
 * Keeps sessions and refresh tokens of the development identity provider in one small file, so that people stay
 * signed in over a restart. For one process and a handful of people.
 */
export const providerStore = (file: string): AdapterFactory => {
  const kept = new Map<string, Kept>(
    existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as [string, Kept][]) : [],
  );
  const save = () => {
    for (const [key, { endsAt }] of kept) {
      if (endsAt !== undefined && endsAt < Date.now()) kept.delete(key);
    }
    writeFileSync(`${file}.new`, JSON.stringify([...kept]), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return (model) => storeOf(model, kept, save);
};

const storeOf = (model: string, kept: Map<string, Kept>, save: () => void): Adapter => {
  const keyOf = (id: string) => `${model}:${id}`;
  const findBy = (matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
    for (const [key, { payload }] of kept) if (key.startsWith(`${model}:`) && matches(payload)) return payload;
    return undefined;
  };
  return {
    upsert: async (id, payload, expiresIn) => {
      kept.set(keyOf(id), { payload, ...(expiresIn ? { endsAt: Date.now() + expiresIn * 1000 } : {}) });
      save();
    },
    find: async (id) => {
      const found = kept.get(keyOf(id));
      return found?.endsAt !== undefined && found.endsAt < Date.now() ? undefined : found?.payload;
    },
    findByUid: async (uid) => findBy((payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findBy((payload) => payload.userCode === userCode),
    consume: async (id) => {
      const found = kept.get(keyOf(id));
      if (found)
        kept.set(keyOf(id), { ...found, payload: { ...found.payload, consumed: Math.floor(Date.now() / 1000) } });
      save();
    },
    destroy: async (id) => {
      kept.delete(keyOf(id));
      save();
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
      save();
    },
  };
};
