/** A chart as a file that stands alone. */
import type { Chart } from './charts-of.ts';

const svgSpace = 'http://www.w3.org/2000/svg';
/** What the style sheet gives a part of the picture. */
const styled = ['fill', 'stroke', 'font-family', 'font-size', 'font-weight'] as const;
const margin = 16;
const headHeight = 56;

/** The drawn chart with its title and note, as SVG text that needs no style sheet. */
export function pictureOf(svg: SVGSVGElement, { title, note }: Chart): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const drawn = [...svg.querySelectorAll('*')];
  [...copy.querySelectorAll('*')].forEach((element, at) => {
    const original = drawn[at];
    if (original) takeOverStyle(element, getComputedStyle(original));
  });
  const page = document.createElementNS(svgSpace, 'svg');
  const [width, height] = [svg.width.baseVal.value + 2 * margin, svg.height.baseVal.value + headHeight + margin];
  page.setAttribute('xmlns', svgSpace);
  page.setAttribute('width', String(width));
  page.setAttribute('height', String(height));
  page.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const card = getComputedStyle(svg.closest('section') ?? svg);
  const ground = page.appendChild(document.createElementNS(svgSpace, 'rect'));
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', card.backgroundColor);
  page.append(line(title, 26, 14, 600, card), line(note, 46, 11, 400, card));
  copy.setAttribute('x', String(margin));
  copy.setAttribute('y', String(headHeight));
  for (const name of ['class', 'role', 'aria-label']) copy.removeAttribute(name);
  page.append(copy);
  return new XMLSerializer().serializeToString(page);
}

function line(text: string, y: number, size: number, weight: number, { color, fontFamily }: CSSStyleDeclaration) {
  const element = document.createElementNS(svgSpace, 'text');
  const attributes = { x: margin, y, fill: color, 'font-family': fontFamily, 'font-size': size, 'font-weight': weight };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.textContent = text;
  return element;
}

function takeOverStyle(element: Element, style: CSSStyleDeclaration): void {
  element.removeAttribute('class');
  for (const name of styled) element.setAttribute(name, style.getPropertyValue(name));
}

/** Every row of the chart with a heading: counts, and what they are shares of. */
export function tableOf({ rowName, parts, rows, kind, unit, of }: Chart): (string | number)[][] {
  if (kind === 'count') {
    return [[rowName, unit, `of ${unit}`], ...rows.map(({ label, total }) => [label, total.count, of])];
  }
  return [
    [rowName, ...parts.map(({ label }) => label), `of ${unit}`],
    ...rows.map(({ label, figures, total }) => [label, ...figures.map(({ count }) => count), total.count]),
  ];
}
