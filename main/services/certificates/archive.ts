import type { PdfFile } from './pdf-file.ts';
import { compress } from './pdf-objects.ts';

type Said = { readonly title: string; readonly subject: string; readonly language: string; readonly date: string };

const xml = (text: string): string =>
  text
    .replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');

/** What the file says of itself in XMP, equal to its information dictionary, with the claim of PDF/A-2b. */
const metadata = ({
  title,
  subject,
  language,
  date,
}: Said): string => `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(title)}</rdf:li></rdf:Alt></dc:title><dc:description><rdf:Alt><rdf:li xml:lang="x-default">${xml(subject)}</rdf:li></rdf:Alt></dc:description><dc:language><rdf:Bag><rdf:li>${xml(language)}</rdf:li></rdf:Bag></dc:language><xmp:CreatorTool>Fieldcourse</xmp:CreatorTool><xmp:CreateDate>${date}T00:00:00Z</xmp:CreateDate><pdf:Producer>Fieldcourse, PDFKit</pdf:Producer><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;

const known = new WeakMap<Uint8Array, Uint8Array>();

/** The profile is the same in every file: packed once. */
const packed = (profile: Uint8Array): Uint8Array => {
  const bytes = known.get(profile) ?? compress(profile);
  known.set(profile, bytes);
  return bytes;
};

/** Adds what PDF/A-2b asks for beside fonts and tags: metadata in XMP and the colour space of all colours. Returns the catalog's entries. */
export const archiveObjects = (file: PdfFile, said: Said, profile: Uint8Array): string => {
  const first = file.reserve(3);
  file.plainStream(first, '/Type/Metadata/Subtype/XML', Buffer.from(metadata(said), 'utf8'));
  file.plainStream(first + 1, '/N 3/Filter/FlateDecode', packed(profile));
  const condition = '/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)';
  file.object(first + 2, `<</Type/OutputIntent/S/GTS_PDFA1${condition}/DestOutputProfile ${first + 1} 0 R>>`);
  return `/Metadata ${first} 0 R/OutputIntents[${first + 2} 0 R]`;
};
