import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { addAsset } from '#renderer/db/repositories/own-templates.ts';
import { desktop } from '#renderer/desktop/bridge.ts';

const largest = 20 << 20;
/** SVG is drawn once at this many dots an inch for its width on paper; what it looks like no longer depends on the program that shows it. */
const dots = 600;
const mostPixels = 6000;

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

type Choice = { readonly title: string; readonly filter: string };

const choose = async (
  { title, filter }: Choice,
  extensions: readonly string[],
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array } | undefined>> => {
  const path = await desktop.filesChooseOpen({ title, filters: [{ name: filter, extensions: [...extensions] }] });
  if (path === null) return ok(undefined);
  const read = await desktop.filesReadFile({ path });
  return read.ok ? ok({ name: nameOf(path), bytes: read.value }) : read;
};

const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;

const looksLikeSvg = (bytes: Uint8Array): boolean =>
  /<svg[\s>]/i.test(new TextDecoder().decode(bytes.subarray(0, 4096)));

const loadImage = async (bytes: Uint8Array, type: string): Promise<HTMLImageElement> => {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
};

/** A picture as PNG of eight bits a channel, as the browser draws it: SVG at 600 dots an inch of its width on paper, others dot for dot. */
const asPng = async (bytes: Uint8Array, svg: boolean, width: number): Promise<Uint8Array> => {
  const image = await loadImage(bytes, svg ? 'image/svg+xml' : '');
  const own = { width: image.naturalWidth || 300, height: image.naturalHeight || 150 };
  const wanted = svg ? Math.round((width / 25.4) * dots) : own.width;
  const scale = Math.min(wanted, mostPixels) / own.width;
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(own.width * scale)),
    Math.max(1, Math.round(own.height * scale)),
  );
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2d canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
};

export type AddedPicture = { readonly id: string; readonly name: string; readonly ratio: number };

/** Keeps a picture for a block of `width` millimetres. Errors: `picture-not-one`, `picture-too-large`. */
export const addPicture = async (
  name: string,
  bytes: Uint8Array,
  width: number,
): Promise<Result<AddedPicture, Failure>> => {
  if (bytes.length > largest) return fail('picture-too-large', { name });
  try {
    const svg = looksLikeSvg(bytes) && !isJpeg(bytes);
    const bitmap = svg ? undefined : await createImageBitmap(new Blob([bytes as BlobPart]));
    const kept = isJpeg(bytes) ? bytes : await asPng(bytes, svg, width);
    const size = bitmap ?? (await createImageBitmap(new Blob([kept as BlobPart])));
    const mediaType = isJpeg(bytes) ? 'image/jpeg' : 'image/png';
    const added = await addAsset({ kind: 'picture', name, mediaType }, kept);
    return added.ok ? ok({ id: added.value, name, ratio: size.width / size.height }) : added;
  } catch {
    return fail('picture-not-one', { name });
  }
};

/** Asks for a picture file and keeps it. Undefined where none was chosen. */
export const choosePicture = async (
  choice: Choice,
  width: number,
): Promise<Result<AddedPicture | undefined, Failure>> => {
  const file = await choose(choice, ['png', 'jpg', 'jpeg', 'svg']);
  if (!file.ok || file.value === undefined) return file.ok ? ok(undefined) : file;
  return addPicture(file.value.name, file.value.bytes, width);
};

export type AddedFont = { readonly id: string; readonly family: string; readonly lacks: readonly string[] };

/** Asks for a font file, tries it, and keeps it with the note of its licence. Errors: `font-not-one`, `font-not-embeddable`, `font-without-letters`. */
export const chooseFont = async (choice: Choice, licence: string): Promise<Result<AddedFont | undefined, Failure>> => {
  const file = await choose(choice, ['ttf', 'otf', 'woff2']);
  if (!file.ok || file.value === undefined) return file.ok ? ok(undefined) : file;
  const font = await desktop.templatesReadFont({ data: new Uint8Array(file.value.bytes) });
  if (!font.ok) return font;
  const { family, data, lacks } = font.value;
  const added = await addAsset({ kind: 'font', name: family, mediaType: 'font/sfnt', licence }, data);
  return added.ok ? ok({ id: added.value, family, lacks }) : added;
};
