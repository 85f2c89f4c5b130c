/** A picture is drawn once and then read: the graphics card would only be in the way. */
const drawnInMemory = { willReadFrequently: true } as const;

type Picture = Pick<ImageData, 'data' | 'width' | 'height'>;

/** The text of the square code in a picture; undefined where none is found. The reader of codes is loaded when it is first needed. */
export const decodeCode = async (picture: Picture): Promise<string | undefined> => {
  const { default: decodeQr } = await import('qr/decode.js');
  try {
    return decodeQr(picture);
  } catch {
    return undefined;
  }
};

const longestSide = 2400;

type Drawable = ImageBitmap | HTMLVideoElement;

/** The pixels of something that can be drawn, at a scale. */
export const pixelsOf = (
  source: Drawable,
  size: { readonly width: number; readonly height: number },
  scale: number,
): Picture => {
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(size.width * scale)),
    Math.max(1, Math.round(size.height * scale)),
  );
  const context = canvas.getContext('2d', drawnInMemory);
  if (context === null) throw new Error('No 2d canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
};

/** Tries the picture at its own size, halved and enlarged: a photo of a whole sheet has its code small, a close one large. */
export const decodeBitmap = async (bitmap: ImageBitmap): Promise<string | undefined> => {
  const full = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  for (const scale of [full, full / 2, full * 1.5, full / 4]) {
    const text = await decodeCode(pixelsOf(bitmap, bitmap, scale));
    if (text !== undefined) return text;
  }
  return undefined;
};
