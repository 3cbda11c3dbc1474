import { saveFile } from '../save-file.ts';

/** CSS properties copied into a saved picture, which has no style sheet. */
const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;
const margin = 16;
const pixelsPerPoint = 2;

/** Saves a picture as SVG, in the colours of the page. */
export async function saveSvg(svg: SVGSVGElement, name: string): Promise<void> {
  await Promise.resolve();
  saveFile(`${name}.svg`, 'image/svg+xml', standalone(svg).text);
}

/** Saves a picture as PNG at twice its size. */
export async function savePng(svg: SVGSVGElement, name: string): Promise<void> {
  const { text, width, height } = standalone(svg);
  const image = new Image();
  // the Content-Security-Policy allows images from data URLs
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * pixelsPerPoint;
  canvas.height = height * pixelsPerPoint;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) {
    throw new Error('the browser could not render the picture');
  }
  saveFile(`${name}.png`, 'image/png', blob);
}

function standalone(svg: SVGSVGElement): { text: string; width: number; height: number } {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
    const original = originals[index];
    if (original !== undefined) {
      const look = getComputedStyle(original);
      for (const property of kept) {
        element.setAttribute(property, look.getPropertyValue(property));
      }
    }
    element.removeAttribute('class');
    element.removeAttribute('style');
  });
  const box = svg.getBoundingClientRect();
  const [width, height] = [Math.ceil(box.width) + 2 * margin, Math.ceil(box.height) + 2 * margin];
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `${-margin} ${-margin} ${width} ${height}`);
  const background = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const paper = getComputedStyle(svg.closest('[data-paper]') ?? document.body).backgroundColor;
  for (const [name, value] of Object.entries({ x: -margin, y: -margin, width, height, fill: paper })) {
    background.setAttribute(name, String(value));
  }
  copy.prepend(background);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}
