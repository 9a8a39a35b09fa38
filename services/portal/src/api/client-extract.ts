import { stateOf } from './access-report.ts';
import type { ExtractPart, ExtractView, PartState } from './access-report-schemas.ts';

type Part = { readonly state: PartState; readonly extract?: ExtractPart; readonly error?: unknown };

const partOf = async (read: () => Promise<ExtractPart>): Promise<Part> => {
  try {
    return { state: 'SHOWN', extract: await read() };
  } catch (error) {
    return { state: stateOf(error), error };
  }
};

/**
 * Everything that all services keep of a client, as one: what the client takes away who asks (GDPR article 15). What the
 * registry refuses is refused; a part that is away, or that guidance does not show, is named, so that nobody takes the
 * extract for the whole.
 */
export const extractOf = async (
  clients: () => Promise<ExtractPart>,
  guidance: () => Promise<ExtractPart>,
): Promise<ExtractView> => {
  const [registry, process] = await Promise.all([partOf(clients), partOf(guidance)]);
  const shown = [registry, process].flatMap(({ extract }) => extract ?? []);
  const [first] = shown;
  const away = registry.state === 'SHOWN' || registry.state === 'UNAVAILABLE';
  if (first === undefined || !away) throw registry.error ?? process.error;
  return {
    extractedDate: first.extractedDate,
    groups: shown.flatMap(({ groups }) => groups),
    parts: { clients: registry.state, guidance: process.state },
  };
};
