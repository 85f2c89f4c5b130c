import { fold } from '#shared/lib/fold.ts';
import type { EnrolmentStatus, MainActivity, Sex } from '../people.ts';
import { enrolmentStatuses } from '../people.ts';

type Synonyms<Value extends string> = Readonly<Record<Value, string>>;

const plain = (text: string): string =>
  fold(text)
    .replace(/[._,;:!?()-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const lookUp = <Value extends string>(synonyms: Synonyms<Value>): ((text: string) => Value | undefined) => {
  const known = new Map<string, Value>();
  for (const [value, list] of Object.entries(synonyms) as [Value, string][]) {
    for (const word of [value, ...list.split(', ')]) known.set(plain(word), value);
  }
  return (text) => known.get(plain(text));
};

/** Reads a sex in English, French, Portuguese or Swahili, by word or letter; undefined where it is none. */
export const readSex: (text: string) => Sex | undefined = lookUp<Sex>({
  female: 'f, fem, woman, women, girl, femme, feminin, feminine, fille, mulher, feminino, w, mwanamke, ke',
  male: 'm, masc, man, men, boy, homme, masculin, masculine, garcon, h, homem, masculino, mwanaume, me',
  other: 'o, autre, outro, outra, x, non-binary, nyingine',
  'not-said': 'not said, prefer not to say, non dit, ne dit pas, ne se prononce pas, nao diz, nao disse, hasemi',
});

/** Reads a main activity in the programme's words or what people write for them in English, French, Portuguese or Swahili; undefined where it is none. */
export const readActivity: (text: string) => MainActivity | undefined = lookUp<MainActivity>({
  'paid-employee':
    'employee, employed, paid, paid work, salaried, wage, full time job, job, salarie, salariee, employe, employee salariee, employe salarie, empregado, empregada, assalariado, assalariada, trabalho remunerado, trabalhador remunerado, empregado remunerado, empregada remunerada, empregado pago, empregada paga, mwajiriwa wa kulipwa, mwajiriwa, travail remunere, emploi salarie, emploi',
  'self-employed':
    'selfemployed, own business, business, farmer, trader, a son compte, travailleur independant, travailleuse independante, independant, independante, commercant, commercante, conta propria, por conta propria, trabalhador por conta propria, trabalhadora por conta propria, negocio proprio, amejiajiri',
  'stipend-volunteer':
    'volunteer with stipend, volunteer with a stipend, volunteer on a stipend, stipend, volunteer (stipend), volunteer allowance, volunteer with allowance, benevole indemnise, benevole indemnisee, benevole avec indemnite, volontaire indemnise, volontaire indemnisee, volontaire avec indemnite, voluntario com subsidio, voluntaria com subsidio, voluntario subsidiado, voluntaria subsidiada, activista com subsidio, mjitoleaji mwenye posho',
  'unpaid-volunteer':
    'volunteer, unpaid, volunteer unpaid, volunteer (unpaid), voluntary, voluntary work, benevole, benevole non remunere, benevole non remuneree, benevole non indemnise, benevole sans indemnite, volontaire, volontaire non remunere, voluntario, voluntaria, voluntario sem subsidio, voluntaria sem subsidio, voluntario nao remunerado, voluntaria nao remunerada, voluntario sem pagamento, voluntaria sem pagamento, mjitoleaji bila malipo, mjitoleaji',
  'further-study':
    "study, student, studying, full time student, further studies, etudes, etudiant, etudiante, poursuite d'etudes, poursuit des etudes, estudante, estudos, a estudar, continuacao de estudos, continua os estudos, masomo zaidi",
  'seeking-work':
    "seeking, looking for work, unemployed, job seeker, seeks work, en recherche d'emploi, cherche un emploi, cherche du travail, chomage, sans emploi, chomeur, chomeuse, desempregado, desempregada, a procura de emprego, a procura de trabalho, anatafuta kazi",
  'not-seeking':
    "not seeking work, sans recherche d'emploi, at home, housewife, caring, retired, ne cherche pas d'emploi, ne cherche pas de travail, au foyer, femme au foyer, retraite, domestica, em casa, nao procura trabalho, nao procura emprego, hatafuti kazi",
});

const readTruth = lookUp<'yes' | 'no'>({
  yes: 'y, true, 1, oui, o, vrai, sim, s, verdadeiro, x, ndiyo',
  no: 'n, false, 0, non, faux, nao, falso, hapana',
});

/** Reads yes or no in English, French, Portuguese or Swahili; undefined where it is neither. */
export const readYesNo = (text: string): boolean | undefined => {
  const word = readTruth(text);
  return word === undefined ? undefined : word === 'yes';
};

/** Reads an enrolment status in English, French, Portuguese or Swahili; undefined where it is none. */
export const readStatus: (text: string) => EnrolmentStatus | undefined = lookUp<EnrolmentStatus>({
  ...(Object.fromEntries(enrolmentStatuses.map((status) => [status, status])) as Synonyms<EnrolmentStatus>),
  applied: 'candidat, candidate, candidature, candidato, candidata, ameomba',
  waitlisted:
    "waiting list, liste d'attente, sur liste d'attente, en attente, lista de espera, em lista de espera, orodha ya kusubiri",
  declined: 'rejected, refuse, refusee, non retenu, non retenue, recusado, recusada, amekataliwa',
  active:
    'enrolled, current, actif, active, inscrit, inscrite, activo, activa, ativo, ativa, inscrito, inscrita, anaendelea',
  deferred: 'reporte, reportee, adiado, adiada, ameahirisha',
  transferred: 'transfere, transferee, transferido, transferida, amehamishwa',
  withdrawn:
    'dropped out, drop-out, dropout, left, retire, retiree, abandon, abandonne, a abandonne, desistiu, desistente, amejitoa',
  excluded: 'exclu, exclue, excluido, excluida, ameondolewa',
  completed: 'termine, terminee, a termine, concluido, concluida, concluiu, amemaliza',
  awarded: 'certifie, certifiee, diplome, diplomee, certificado, certificada, diplomado, diplomada, ametunukiwa',
  deceased: 'died, decede, decedee, falecido, falecida, amefariki',
});

const countryLanguages = ['en', 'fr', 'pt', 'sw'];

/** Names of countries that no locale lists. */
const otherCountryNames: Readonly<Record<string, string>> = {
  swaziland: 'SZ',
  rdc: 'CD',
  drc: 'CD',
  'dr congo': 'CD',
  'ivory coast': 'CI',
  "cote d'ivoire": 'CI',
  'united republic of tanzania': 'TZ',
  'republic of south africa': 'ZA',
  rsa: 'ZA',
};

let countryCodes: ReadonlyMap<string, string> | undefined;

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const listCountries = (): ReadonlyMap<string, string> => {
  const codes = new Map(Object.entries(otherCountryNames));
  for (const language of countryLanguages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = names.of(code);
      if (name !== undefined && !codes.has(fold(name))) codes.set(fold(name), code);
    }
  }
  return codes;
};

/** Reads a country by its code (ISO 3166-1 alpha-2) or its name in English, French, Portuguese or Swahili; undefined where it is none. */
export const readCountry = (text: string): string | undefined => {
  countryCodes ??= listCountries();
  const code = text.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && new Set(countryCodes.values()).has(code)) return code;
  return countryCodes.get(fold(text));
};

const languageNames: (text: string) => string | undefined = lookUp<string>({
  en: 'english, anglais, ingles',
  fr: 'french, francais, frances',
  pt: 'portuguese, portugais, portugues',
  sw: 'swahili, kiswahili, suaili',
});

/** Reads a language by its code or, where screens speak it, its name; any other text is kept as it is. */
export const readLanguage = (text: string): string => languageNames(text) ?? text.trim();
