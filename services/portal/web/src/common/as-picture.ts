/**
 * Plot puts a style element into its picture, which our content security policy forbids (our own sheet says the same),
 * and labels on parts that read-aloud programs can't use: the whole picture has one label, and a table beside it.
 */
export const asPicture = (chart: Element): Element => {
  for (const style of chart.querySelectorAll('style')) style.remove();
  for (const part of chart.querySelectorAll('g[aria-label]')) part.removeAttribute('aria-label');
  chart.setAttribute('role', 'img');
  return chart;
};
