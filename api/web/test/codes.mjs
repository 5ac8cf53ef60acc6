// Makes QR codes as a camera or a scanner would see them: straight, turned, creased, badly printed.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'));
prepareZXingModule({ overrides: { wasmBinary: (await readFile(wasm)).buffer } });

/** A grey picture: width, height and one byte a pixel, 0 black. */
export async function picture(text, { width = 640, height = 480, size = 360, turned = 0, damage = 0 } = {}) {
  const { symbol, error } = await writeBarcode(text, { format: 'QRCode', ecLevel: 'M', scale: 1, withQuietZones: true });
  if (error) {
    throw new Error(error);
  }
  const pixels = new Uint8Array(width * height).fill(235);
  const [sin, cos] = [Math.sin((turned * Math.PI) / 180), Math.cos((turned * Math.PI) / 180)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const u = Math.floor(((cos * dx + sin * dy) / size + 0.5) * symbol.width);
      const v = Math.floor(((cos * dy - sin * dx) / size + 0.5) * symbol.height);
      if (u >= 0 && v >= 0 && u < symbol.width && v < symbol.height) {
        pixels[y * width + x] = symbol.data[v * symbol.width + u] === 0 ? 30 : 235;
      }
    }
  }
  spoil(pixels, width, height, damage);
  return { width, height, pixels };
}

/** A pale crease across the code and specks of dirt, always the same ones. */
function spoil(pixels, width, height, damage) {
  const crease = Math.round(height * 0.55);
  for (let y = crease; y < crease + damage * 2; y++) {
    pixels.fill(200, y * width, (y + 1) * width);
  }
  let seed = 7;
  for (let speck = 0; speck < damage * 60; speck++) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    pixels[seed % pixels.length] = seed % 2 === 0 ? 0 : 255;
  }
}

/** Writes a picture as a film of one frame, as Chromium's fake camera takes it. */
export async function writeFilm(file, { width, height, pixels }) {
  const chroma = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), Buffer.from(pixels), chroma]);
  await writeFile(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]));
}

/** A picture as a BMP file, which every browser reads and no library is needed for. */
export function bitmapFile({ width, height, pixels }) {
  const row = Math.ceil((width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + row * height);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(-height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      file.fill(pixels[y * width + x], 54 + y * row + x * 3, 54 + y * row + x * 3 + 3);
    }
  }
  return file;
}
