/** What the demonstration knows of a country. Partners, communities and people are invented. `phone` is the country's calling code. */
export type DemonstrationCountry = {
  readonly code: string;
  readonly place: string;
  readonly partner: string;
  readonly phone: string;
  readonly language: string;
  readonly communities: readonly string[];
};

const country = (
  code: string,
  place: string,
  partner: string,
  phone: string,
  language: string,
  communities: string,
): DemonstrationCountry => ({ code, place, partner, phone, language, communities: communities.split(', ') });

/** The eleven countries, in the order of their codes in the plans of the cycles. */
export const demonstrationCountries: readonly DemonstrationCountry[] = [
  country('BW', 'Gaborone', 'Marula Child Care Network', '267', 'tn', 'Mochudi, Kanye, Molepolole, Serowe, Tlokweng'),
  country('SZ', 'Manzini', 'Lilanga Youth Trust', '268', 'ss', 'Siteki, Nhlangano, Matsapha, Piggs Peak, Lobamba'),
  country('KE', 'Nakuru', 'Acacia Community Institute', '254', 'sw', 'Njoro, Naivasha, Molo, Kibera, Kisumu Ndogo'),
  country('LS', 'Maseru', 'Maluti Care Partnership', '266', 'st', 'Roma, Teyateyaneng, Mafeteng, Hlotse, Mokhotlong'),
  country('MW', 'Blantyre', 'Mbulumbuzi Care Network', '265', 'ny', 'Ndirande, Zomba, Mulanje, Chiradzulu, Mzuzu'),
  country('MZ', 'Maputo', 'Rede Amanhã', '258', 'pt', 'Matola, Xai-Xai, Chókwè, Manhiça, Inhambane'),
  country('NA', 'Windhoek', 'Camelthorn Learning Centre', '264', 'en', 'Katutura, Rehoboth, Oshakati, Ondangwa, Rundu'),
  country('RW', 'Kigali', 'Imena Community College', '250', 'rw', 'Nyamirambo, Huye, Musanze, Rwamagana, Muhanga'),
  country(
    'ZA',
    'Pietermaritzburg',
    'Umthunzi Child and Youth Institute',
    '27',
    'zu',
    'Imbali, Howick, Umlazi, Greytown, Kokstad',
  ),
  country('ZM', 'Lusaka', 'Musasa Community College', '260', 'ny', 'Chilenje, Kafue, Chongwe, Mtendere, Kabwe'),
  country('ZW', 'Harare', 'Msasa Tree Foundation', '263', 'sn', 'Mbare, Chitungwiza, Norton, Epworth, Mutare'),
];
