/**
 * Ids that are the same in every run and grow like those of production: `testIds()` gives a function, each call the
 * next UUID of version 7. Another `family` (0–255) gives ids that never meet those of the first.
 */
export const testIds = (family = 0): (() => string) => {
  let count = 0;
  const prefix = `0190${family.toString(16).padStart(2, '0')}00`;
  return () => {
    count += 1;
    const digits = count.toString(16).padStart(12, '0');
    return `${prefix}-${digits.slice(0, 4)}-7000-8000-${digits}`;
  };
};
