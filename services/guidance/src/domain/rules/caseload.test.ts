import { askDesk, type RuleReply } from '@tyovayla/kernel/rule-desk';
import fc from 'fast-check';
import { specialistsNeeded } from './caseload.ts';
import { guidanceRules } from './guidance-rules.ts';

const ask = (input: object, overrides = {}): RuleReply =>
  askDesk(guidanceRules, { rule: 'caseload', inputJson: JSON.stringify(input), overrides });

const outcomeOf = (reply: RuleReply): unknown => ('answer' in reply ? reply.answer.outcome : reply);

// Seed, table 1 (all job seekers) and chapter 3 (at most 120); handbook 10.2.
const seedClients = { '240': 2112, '241': 518, '751': 216, '845': 233, '851': 1479, '976': 321 };

describe('how many specialists the clients need', () => {
  it('is 41 for the seed’s clients together, and 43 where each municipality stands alone', () => {
    expect(outcomeOf(ask({ clients: seedClients }))).toEqual({
      pooled: 41,
      perMunicipality: { '240': 18, '241': 5, '751': 2, '845': 2, '851': 13, '976': 3 },
      perMunicipalityTotal: 43,
    });
  });

  it('takes one more specialist for the 121st client', () => {
    const pooled = (count: number): unknown => outcomeOf(ask({ clients: { '240': count } }));
    expect(pooled(120)).toEqual({ pooled: 1, perMunicipality: { '240': 1 }, perMunicipalityTotal: 1 });
    expect(pooled(121)).toEqual({ pooled: 2, perMunicipality: { '240': 2 }, perMunicipalityTotal: 2 });
    expect(pooled(0)).toEqual({ pooled: 0, perMunicipality: { '240': 0 }, perMunicipalityTotal: 0 });
  });

  it('asks with another number of clients in the question, or in the area’s parameter', () => {
    const asked = outcomeOf(ask({ clients: seedClients, max: 100 }));
    expect(asked).toMatchObject({ pooled: 49, perMunicipalityTotal: 53 });
    expect(outcomeOf(ask({ clients: seedClients }, { 'caseload.max': '100' }))).toEqual(asked);
  });

  it('names every bad number and code', () => {
    const reply = ask({ clients: { '24': 1, '240': -1, '241': 1.5, '851': 3 }, max: 0, min: 1 });
    expect('invalid' in reply && reply.invalid.map(({ field }) => field).toSorted()).toEqual([
      'clients.24',
      'clients.240',
      'clients.241',
      'max',
      'min',
    ]);
    expect(ask({ clients: {} })).toMatchObject({ invalid: [{ field: 'clients' }] });
    expect(ask({ clients: [1] })).toMatchObject({ invalid: [{ field: 'clients' }] });
    expect(ask({})).toMatchObject({ invalid: [{ field: 'clients', code: 'REQUIRED' }] });
  });

  it('never needs fewer alone than together, and gives nobody more than the most', () => {
    const counts = fc.dictionary(fc.stringMatching(/^\d{3}$/), fc.nat(5000), { minKeys: 1, maxKeys: 8 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 200 }), (clients, most) => {
        const { pooled, perMunicipality, perMunicipalityTotal } = specialistsNeeded(clients, most);
        const total = Object.values(clients).reduce((sum, count) => sum + count, 0);
        expect(perMunicipalityTotal).toBeGreaterThanOrEqual(pooled);
        expect(pooled * most).toBeGreaterThanOrEqual(total);
        expect((pooled - 1) * most).toBeLessThan(Math.max(total, 1));
        for (const [code, count] of Object.entries(clients))
          expect((perMunicipality[code] ?? 0) * most).toBeGreaterThanOrEqual(count);
      }),
    );
  });
});
