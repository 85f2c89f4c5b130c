/** Given and family names of a country; invented people only. */
export type NamePool = {
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly family: readonly string[];
};

const list = (text: string): readonly string[] => text.split(', ');

/** Names by country code (ISO 3166-1 alpha-2). */
export const namePools: Readonly<Record<string, NamePool>> = {
  BW: {
    female: list(
      'Boitumelo, Dikeledi, Gorata, Kgalalelo, Lesego, Lorato, Masego, Naledi, Onalenna, Refilwe, Tshepiso, Keneilwe, Oratile, Bontle',
    ),
    male: list(
      'Kabelo, Kagiso, Katlego, Mothusi, Mpho, Oarabile, Tebogo, Thabang, Thabo, Tumelo, Kitso, Modise, Olebile, Phenyo',
    ),
    family: list(
      'Kgosi, Mošweu, Molefhe, Seretse, Tau, Modise, Kgomotso, Nkwe, Moremi, Gaolathe, Motsumi, Ramotswa, Sebina, Phiri-Nkwe, Baitse, Ditlhabi',
    ),
  },
  SZ: {
    female: list(
      'Nomcebo, Siphiwe, Thandeka, Temalangeni, Nokwanda, Phumzile, Zanele, Lungile, Ncamsile, Bongiwe, Gugu, Nonhlanhla',
    ),
    male: list('Sibusiso, Mandla, Themba, Sandile, Mfundo, Musa, Sikhumbuzo, Bheki, Menzi, Lindani, Wandile, Mancoba'),
    family: list(
      'Dlamini, Nkambule, Simelane, Maseko, Shongwe, Hlophe, Mamba, Zwane, Khumalo, Tsabedze, Gama, Motsa, Fakudze, Hadebe-Nxumalo',
    ),
  },
  KE: {
    female: list(
      'Wanjirũ, Mũthoni, Nyambura, Akinyi, Atieno, Chebet, Cherono, Mwende, Nafula, Halima, Wambui, Adhiambo, Kerubo, Zawadi',
    ),
    male: list(
      'Gĩthĩnji, Kamau, Ochieng, Kiprono, Kiptoo, Mutua, Otieno, Barasa, Omar, Njoroge, Wekesa, Musyoka, Onyango, Lekishon',
    ),
    family: list(
      'Ngũgĩ, Mwangi, Odhiambo, Cheruiyot, Kĩmani, Mũriithi, Wafula, Njeri, Omondi, Kilonzo, Makori, Abdalla, Kariũki, Ole Sankale, Gĩtau, Achieng',
    ),
  },
  LS: {
    female: list(
      'Tšepiso, Palesa, Lineo, Mamello, Limpho, Nthabiseng, Rethabile, Puleng, Keketso, Mpho, Likeleli, Teboho',
    ),
    male: list(
      'Thabo, Tšeliso, Lerato, Retšelisitsoe, Motlatsi, Khotso, Tumisang, Lebohang, Molefi, Katleho, Sello, Pheello',
    ),
    family: list(
      'Mokoena, Mohapi, Letsie, Moshoeshoe, Ramoba, Tšehlo, Molapo, Mofokeng, Lekhanya, Ntšekhe, Thabane, Makhetha, Phafoli, Sekhonyana',
    ),
  },
  MW: {
    female: list(
      'Mphatso, Chikondi, Thokozani, Tadala, Chisomo, Alinafe, Mayamiko, Tamandani, Wezi, Temwa, Dalitso, Tapiwa',
    ),
    male: list(
      'Kondwani, Limbani, Chimwemwe, Yamikani, Madalitso, Blessings, Wongani, Lusungu, Mabvuto, Takondwa, Pemphero, Gift',
    ),
    family: list(
      'Kaŵinga, Banda, Phiri, Gondwe, Mhango, Chirwa, Nyirenda, Kaŵonga, Mwale, Chisale, Msiska, Kachala, Ngwira, Nkhoma, Kumwenda, Zimba',
    ),
  },
  MZ: {
    female: list(
      'Júlia, Esperança, Conceição, Graça, Inês, Lurdes, Fátima, Celeste, Amélia, Albertina, Felizarda, Antónia, Verónica, Rosária',
    ),
    male: list(
      'José João, Hélder, António, Inácio, Estêvão, Simão, Abílio, Celso, Américo, Tomás, Alfredo, Zacarias, Moisés, Baltazar',
    ),
    family: list(
      'Macuácua, Tivane Cossa, da Conceição, Nhantumbo, Sitoe, Mondlane, Chissano Bila, Muianga, Guambe, Cumbe, Massingue, Matusse, Langa, Mabunda, dos Santos Uamusse',
    ),
  },
  NA: {
    female: list(
      'Ndapewa, Selma, Ndinelao, Hileni, Martha, Uazuva, Kaino, Rauna, Victoria, Penehafo, Albertine, Twapewa',
    ),
    male: list(
      'Petrus, Tangeni, Fillemon, Nangula, Immanuel, Uaundja, Simeon, Paulus, Natangwe, Erastus, Hosea, Sakaria',
    ),
    family: list(
      'ǃNaruseb, ǃGaoseb, ǀUirab, Shikongo, Nghipandulwa, Amutenya, Kavari, ǁGaroeb, Hamutenya, Katjiuongua, Iipinge, van der Merwe-Tjombe, Shilongo, ǀHoëseb',
    ),
  },
  RW: {
    female: list(
      'Clémentine, Bénédicte, Vestine, Espérance, Immaculée, Béatrice, Chantal, Solange, Jeannette, Honorine, Uwase, Odette',
    ),
    male: list(
      'Télesphore, Jean-Bosco, Emmanuel, Innocent, Faustin, Théogène, Aimable, Célestin, Jean-Damascène, Égide, Olivier, Vénuste',
    ),
    family: list(
      'Ingabire, Mukeshimana, Uwimana, Nkurunziza, Habimana, Niyonzima, Mukamana, Hakizimana, Uwamahoro, Nshimiyimana, Mutesi, Bizimana, Munyaneza, Umutoni',
    ),
  },
  ZA: {
    female: list(
      'Nomvula, Lindiwe, Nomathemba, Thandi, Ayanda, Precious, Mahlatse, Sibongile, Karabo, Lerato, Anneline, Zodwa, Ntombi, Refiloe',
    ),
    male: list(
      'Sipho, Bongani, Themba, Lwazi, Siyabonga, Pieter, Thulani, Vusi, Tshepo, Mandla, Andile, Rudzani, Kgotso, Luyanda',
    ),
    family: list(
      'Ntuli-Khoza, Hadebe, Dube, Mahlangu, O’Brien, Ramoba, Nkosi, van Wyk, Mthembu, Zulu, Netshitenzhe, Molefe, Khoza, Cele, Mabaso, Ndlovu, Adams',
    ),
  },
  ZM: {
    female: list(
      'Chipo, Mutinta, Namwinga, Chileshe, Bwalya, Mwila, Luyando, Inonge, Kasonde, Thandiwe, Grace, Natasha, Mwaka, Nchimunya',
    ),
    male: list(
      'Chola, Mwansa, Kelvin, Mulenga, Sitali, Hamoonga, Bupe, Lubinda, Kondwani, Musonda, Choolwe, Nkandu, Mubita, Chanda',
    ),
    family: list(
      'Banda, Phiri, Mwale, Tembo, Mulenga, Hamaundu, Lungu, Sakala, Zimba, Mweemba, Siame, Kabwe, Nyambe, Muleya, Simukonda, Chama, Liswaniso',
    ),
  },
  ZW: {
    female: list('Rejoice, Chipo, Rutendo, Sekai, Tendai, Nyasha, Rudo, Tsitsi, Sithembile, Anesu, Vimbai, Nokuthula'),
    male: list(
      'Tinashe, Farai, Tendai, Kudakwashe, Takudzwa, Simba, Mthokozisi, Munyaradzi, Tatenda, Blessing, Prosper, Nkosana',
    ),
    family: list(
      'Sibanda-Moyo, Nyambuya, Chikwanha, Mutasa, Moyo, Ncube, Chiwenga, Dube, Marufu, Nyathi, Gumbo, Chigumba, Muchengeti, Mlambo, Zhou',
    ),
  },
};

/** A name written out: given names, family name (empty where a person has one name only) and sex. */
export type WrittenName = readonly [given: string, family: string, sex: 'female' | 'male'];

/** The names that a regional intake brings together; they try every accent, and two people share one name. */
export const regionalNames: readonly WrittenName[] = [
  ['Abdoulaye', 'N’Diaye-Traoré', 'male'],
  ['Adébáyọ̀', 'Ọláwálé', 'male'],
  ['Aïssatou', 'Bâ', 'female'],
  ['Amanuel', 'Tesfaye (አማኑኤል)', 'male'],
  ['Bénédicte', 'Mukeshimana', 'female'],
  ['Chipo', 'Nyambuya', 'female'],
  ['Dikeledi', 'Mošweu', 'female'],
  ['Đinɛ Kɔfi', 'Agbodza', 'male'],
  ['Esperança João', 'Macuácua', 'female'],
  ['Fanta', 'Kéïta', 'female'],
  ['Gĩthĩnji', 'Wanjirũ', 'male'],
  ['Hélder da Conceição', 'Nhantumbo', 'male'],
  ['Ìyábọ̀', 'Adéṣínà', 'female'],
  ['Kgalalelo Tšepiso', 'Mokoena', 'female'],
  ['Lindiwe', 'Hadebe-Nxumalo', 'female'],
  ['Mphatso', 'Kaŵinga', 'female'],
  ['Mũthoni', 'Ngũgĩ', 'female'],
  ['N’Golo', 'Coulibaly', 'male'],
  ['Nomathemba', 'O’Brien', 'female'],
  ['Petrus', 'ǃGaoseb', 'male'],
  ['Rakotoarisoa Voahangy', 'Andriamanantsoa Rasoanirina', 'female'],
  ['Sekai', 'Chikwanha', 'female'],
  ['Grace', 'Banda', 'female'],
  ['Grace', 'Banda', 'female'],
  ['Mutinta', '', 'female'],
];

/** The names of the cohort that waits for its award board: what a certificate must be able to carry. */
export const boardNames: readonly WrittenName[] = [
  ['Tšepiso', 'Mokoena', 'female'],
  ['Wanjikũ', 'Ngũgĩ', 'female'],
  ['N’Golo', 'Coulibaly', 'male'],
  ['Đặng', 'Thị Hương', 'female'],
  ['Chisomo', 'Kaŵinga', 'male'],
  ['Selma', 'ǀXamseb', 'female'],
  ['Nomathemba', 'O’Brien', 'female'],
  ['José João', 'Macuácua', 'male'],
  ['Łukasz', 'Zieliński', 'male'],
  ['Selam', 'ሰላም', 'female'],
  ['Ndapewa', '', 'female'],
  ['Clémentine', 'Uwimana-Habimana', 'female'],
  ['Maria da Conceição Felizarda', 'dos Santos Nhantumbo Macuácua', 'female'],
  ['Petrus', 'ǃGaoseb', 'male'],
  ['Martha', 'Shikongo', 'female'],
  ['Martha', 'Shikongo', 'female'],
  ['Aïssatou', 'Bâ', 'female'],
  ['Thandiwe', 'van der Merwe-Tjombe', 'female'],
];
