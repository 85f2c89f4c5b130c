import type { IsoDate } from '#shared/lib/dates.ts';

/** An edition of a certificate template made in this workspace; `id` is `${name}:${version}`. `design` is its plain description as JSON text. */
export type OwnTemplate = {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly title: string;
  readonly state: 'draft' | 'in-use' | 'retired';
  readonly changedOn: IsoDate;
  readonly design: string;
};

/** A picture or font that own templates use; `id` is the SHA-256 (hex) of its bytes, `data` the bytes in base64url. A font keeps the note of its licence. */
export type TemplateAsset = {
  readonly id: string;
  readonly kind: 'picture' | 'font';
  readonly name: string;
  readonly mediaType: string;
  readonly licence?: string;
  readonly data: string;
};
