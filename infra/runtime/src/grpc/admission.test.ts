import { createAdmission } from './admission.ts';

const limits = { maxRunning: 2, maxWaiting: 1, maxWaitMs: 30 };

describe('letting calls in', () => {
  it('lets in as many as can be worked on, lets one wait and refuses the rest at once', async () => {
    const admission = createAdmission(limits);
    const first = await admission.enter();
    const second = await admission.enter();
    expect(first && second).toBeDefined();
    const waiting = admission.enter();
    expect(admission.full()).toBe(true);
    expect(admission.enter()).toBeUndefined();
    first?.release();
    first?.release();
    expect(await waiting).toBeDefined();
    expect(admission.running()).toBe(2);
    second?.release();
    (await waiting)?.release();
    expect(admission.running()).toBe(0);
    expect(admission.full()).toBe(false);
  });

  it('does not let a call wait longer than its time', async () => {
    const admission = createAdmission(limits);
    const places = [await admission.enter(), await admission.enter()];
    expect(await admission.enter()).toBeUndefined();
    expect(admission.full()).toBe(false);
    for (const place of places) place?.release();
    expect(admission.running()).toBe(0);
  });
});
