import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm';

// Without this the library fetches its wasm from a CDN, and a page would tell a third party that somebody verifies.
prepareZXingModule({ overrides: { locateFile: () => new URL(wasm, import.meta.url).href } });

const detector = new BarcodeDetector({ formats: ['qr_code'] });

/** Sizes at which a picture is tried: a large photograph is found faster small, a dense code only at full size. */
const LONGEST_SIDES = [1600, 3200];

/** The text of the first QR code in a frame of a camera or a picture; undefined where there is none. */
export async function readQr(source: HTMLVideoElement | ImageBitmap | ImageData): Promise<string | undefined> {
  const codes = await detector.detect(source);
  return codes.map((code) => code.rawValue).find((text) => text.length > 0);
}

/** The text of the first QR code in a picture's file; throws where the file is no picture that the browser reads. */
export async function readQrOfFile(file: Blob): Promise<string | undefined> {
  const picture = await createImageBitmap(file);
  try {
    for (const longest of LONGEST_SIDES) {
      const text = await readQr(scaled(picture, longest));
      if (text !== undefined || Math.max(picture.width, picture.height) <= longest) {
        return text;
      }
    }
    return undefined;
  } finally {
    picture.close();
  }
}

function scaled(picture: ImageBitmap, longest: number): ImageData {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) {
    throw new Error('this browser draws no pictures');
  }
  // A transparent background would read as black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
