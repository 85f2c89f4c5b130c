import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codePicture, logo, signature } from './pictures.ts';
import type { PlainPage } from './plain-page.ts';
import { plainFrame } from './plain-page.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Dark runs of a code's rows as one path of a picture that is as many units wide as the code has modules. */
const codePath = (code: PlainPage['code']): string =>
  code.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');

const typst = `#let data = json("pages.json")
#let f = data.frame
#set page(width: f.width * 1mm, height: f.height * 1mm, margin: 0mm, background: {
  for inset in f.borders { place(top + left, dx: inset * 1mm, dy: inset * 1mm, rect(width: (f.width - 2 * inset) * 1mm, height: (f.height - 2 * inset) * 1mm, stroke: 0.2mm + rgb("#1f5548"))) }
  for rule in f.rules { place(top + left, dx: rule.x * 1mm, dy: rule.y * 1mm, rect(width: rule.width * 1mm, height: rule.height * 1mm, fill: rgb("#4a4a4a"))) }
  place(top + left, dx: f.logo.x * 1mm, dy: f.logo.y * 1mm, image("logo.png", width: f.logo.width * 1mm))
  place(top + left, dx: f.signature.x * 1mm, dy: f.signature.y * 1mm, image("signature.png", width: f.signature.width * 1mm))
})
#set text(font: "EB Garamond 12", top-edge: "baseline", bottom-edge: "baseline")
#let sides = (left: left, center: center, right: right)
#for (at, page) in data.pages.enumerate() {
  if at > 0 { pagebreak() }
  for line in page.lines {
    place(top + left, dx: line.x * 1mm, dy: line.y * 1mm, box(width: line.width * 1mm, align(sides.at(line.align), text(size: line.size * 1pt, fill: rgb(line.colour), style: if line.italic { "italic" } else { "normal" }, line.text))))
  }
  place(top + left, dx: f.code.x * 1mm, dy: f.code.y * 1mm, image("code-" + str(at) + ".png", width: f.code.width * 1mm))
}
`;

const htmlOf = (page: PlainPage): string => {
  const { code } = plainFrame;
  const lines = page.lines.map(
    ({ text, x, width, y, size, colour, italic, align }) =>
      `<p style="left:${x}mm;width:${width}mm;top:${y - size * 0.3528}mm;font:${italic ? 'italic ' : ''}${size}pt/1 bench;color:${colour};text-align:${align}">${escaped(text)}</p>`,
  );
  const side = page.code.length;
  return `${lines.join('')}<svg style="left:${code.x}mm;top:${code.y}mm" width="${code.width}mm" height="${code.height}mm" viewBox="0 0 ${side} ${side}"><path d="${codePath(page.code)}"/></svg>`;
};

/** The page for Chromium, whose changing part is put in by the program that prints. */
const htmlFrame = (fonts: string): string => {
  const { width, height, borders, rules } = plainFrame;
  const face = (file: string, style: string): string =>
    `@font-face{font-family:bench;font-style:${style};src:url("file://${path.join(fonts, file)}")}`;
  const pictures = (['logo', 'signature'] as const).map(
    (key) =>
      `<img src="${key}.png" style="left:${plainFrame[key].x}mm;top:${plainFrame[key].y}mm;width:${plainFrame[key].width}mm">`,
  );
  const frame = borders.map(
    (inset) =>
      `<i style="left:${inset}mm;top:${inset}mm;width:${width - 2 * inset}mm;height:${height - 2 * inset}mm;border:0.2mm solid #1f5548"></i>`,
  );
  const lines = rules.map(
    (rule) =>
      `<i style="left:${rule.x}mm;top:${rule.y}mm;width:${rule.width}mm;height:${rule.height}mm;background:#4a4a4a"></i>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>@page{size:${width}mm ${height}mm;margin:0}body{margin:0}p,i,img,svg{position:absolute;margin:0;box-sizing:border-box;white-space:nowrap}${face('EBGaramond12-Regular.otf', 'normal')}${face('EBGaramond12-Italic.otf', 'italic')}</style>${frame.join('')}${lines.join('')}${pictures.join('')}<main></main>`;
};

/** A flat OpenDocument text for LibreOffice: the same words and pictures, one below the other. */
const officeText = (page: PlainPage, pictures: { readonly logo: string; readonly signature: string }): string => {
  const picture = (data: string, width: number, height: number): string =>
    `<text:p text:style-name="P"><draw:frame text:anchor-type="as-char" svg:width="${width}mm" svg:height="${height}mm"><draw:image><office:binary-data>${data}</office:binary-data></draw:image></draw:frame></text:p>`;
  const styles = page.lines.map(
    ({ size, colour, italic }, at) =>
      `<style:style style:name="T${at}" style:family="text"><style:text-properties style:font-name="F" fo:font-size="${size}pt" fo:color="${colour}"${italic ? ' fo:font-style="italic"' : ''}/></style:style>`,
  );
  const lines = page.lines.map(
    ({ text }, at) =>
      `<text:p text:style-name="P"><text:span text:style-name="T${at}">${escaped(text)}</text:span></text:p>`,
  );
  const { width, height, logo: own, signature: scan, code } = plainFrame;
  return `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls><style:font-face style:name="F" svg:font-family="&apos;Liberation Serif&apos;"/></office:font-face-decls><office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="${width}mm" fo:page-height="${height}mm" fo:margin="6mm" fo:border="0.2mm solid #1f5548"/></style:page-layout><style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="8pt"/></style:style>${styles.join('')}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles><office:body><office:text>${picture(pictures.logo, own.width, own.height)}${lines.join('')}${picture(pictures.signature, scan.width, scan.height)}${picture(base64(codePicture(page.code)), code.width, code.height)}</office:text></office:body></office:document>`;
};

/** Writes into a folder what every peer reads; `few` pages for those that are slow. */
export const writePeerInputs = (folder: string, fonts: string, pages: readonly PlainPage[], few: number): void => {
  const pictures = { logo: logo(), signature: signature() };
  mkdirSync(folder, { recursive: true });
  for (const key of ['logo', 'signature'] as const) writeFileSync(path.join(folder, `${key}.png`), pictures[key]);
  const put = (file: string, content: string | Uint8Array): void => writeFileSync(path.join(folder, file), content);
  put('pages.json', JSON.stringify({ frame: plainFrame, pages: pages.map(({ lines }) => ({ lines })) }));
  put('main.typ', typst);
  pages.forEach(({ code }, at) => put(`code-${at}.png`, codePicture(code)));
  put('page.html', htmlFrame(fonts));
  const slow = pages.slice(0, few);
  put('chromium.json', JSON.stringify(slow.map(htmlOf)));
  put('tcpdf.json', JSON.stringify({ frame: plainFrame, pages: slow }));
  const office = { logo: base64(pictures.logo), signature: base64(pictures.signature) };
  slow.forEach((page, at) => put(`office-${at}.fodt`, officeText(page, office)));
};
