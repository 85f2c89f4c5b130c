import type { LearnerField } from './import-kinds.ts';

type Known = LearnerField | 'received';

const words = (text: string): readonly string[] => text.split(', ');

/** What columns are called in English, French, Portuguese and Swahili, folded: lower case, without accents and without punctuation. */
export const headingWords: Readonly<Record<Known, readonly string[]>> = {
  number: words(
    "number, no, nr, n, num, id, learner id, learner number, learner no, student number, student no, student id, registration number, reg no, numero, numero d'apprenant, no d'apprenant, n d'apprenant, numero apprenant, numero de l'apprenant, matricule, numero do formando, numero de estudante, n do formando, codigo, namba ya mwanafunzi, namba",
  ),
  name: words(
    'name, full name, learner, learner name, student, student name, participant, names, nome, nome completo, nome do formando, formando, prenom et nom, prenoms et nom, apprenant, nom complet, confirmed full name, jina kamili, jina la mwanafunzi, mwanafunzi',
  ),
  nameFamilyFirst: words(
    'surname and name, surname and first name, surname first name, last name first name, family name given names, surname and names, nom et prenom, nom et prenoms, noms et prenoms, nom prenom, nom prenoms, apelido e nome, apelido nome, jina kamili jina la ukoo kwanza',
  ),
  givenNames: words(
    'given names, given name, first name, first names, firstname, forename, forenames, other names, prenom, prenoms, nomes proprios, nome proprio, primeiro nome, nomes, majina aliyopewa, jina la kwanza',
  ),
  familyName: words(
    "family name, surname, last name, lastname, family, nom, nom de famille, nom de l'apprenant, apelido, apelidos, sobrenome, jina la ukoo",
  ),
  sex: words('sex, gender, m/f, f/m, sexe, genre, sexo, genero, jinsia'),
  born: words(
    'born, date of birth, birth date, birthdate, dob, d o b, birthday, date de naissance, ne le, nee le, ne(e) le, data de nascimento, nascimento, nascido em, tarehe ya kuzaliwa, kuzaliwa',
  ),
  phone: words(
    'phone, phone number, telephone, telephone number, tel, mobile, mobile number, cell, cellphone, cell number, contact number, portable, numero de telephone, telefone, telemovel, celular, contacto, n de telefone, simu, namba ya simu',
  ),
  email: words(
    'email, e-mail, email address, e-mail address, mail, courriel, adresse e-mail, adresse electronique, correio electronico, correio eletronico, barua pepe',
  ),
  nationalId: words(
    "national id, national id number, nid, id number, nrc, nrc number, omang, passport, passport number, identity number, carte d'identite, numero d'identite, piece d'identite, bilhete de identidade, n do bi, bi, n bi, documento de identidade, kitambulisho cha taifa, kitambulisho",
  ),
  country: words('country, pays, pais, nationality, nationalite, nacionalidade, nchi'),
  community: words(
    'community, village, town, home community, area, place, residence, communaute, localite, quartier, ville, comunidade, bairro, localidade, distrito, jamii, kijiji, mtaa',
  ),
  language: words(
    'language, home language, preferred language, langue, langue preferee, langue maternelle, lingua, lingua materna, lingua preferida, lugha',
  ),
  activity: words(
    "main activity, activity, main activity at enrolment, main activity at baseline, baseline activity, baseline, work status, occupation, employment, employment status, activite principale, activite, activite principale a l'inscription, activite de depart, situation professionnelle, emploi, actividade principal, atividade principal, actividade, atividade, ocupacao, situacao profissional, shughuli kuu wakati wa kujiunga, shughuli kuu",
  ),
  organisation: words(
    "organisation, organization, employer, workplace, place of work, organisation at enrolment, organisme, employeur, lieu de travail, structure, association, organisation a l'inscription, organizacao, organisacao, entidade, local de trabalho, empregador, shirika wakati wa kujiunga, shirika",
  ),
  secondaryDone: words(
    'secondary done, secondary school done, completed secondary, secondary completed, matric, secondary school completed, secondary school, etudes secondaires, secondaire termine, etudes secondaires terminees, ensino secundario, secundario concluido, ensino secundario concluido, amemaliza sekondari',
  ),
  site: words(
    'site, learning site, venue, centre, center, site de formation, lieu de formation, local, local de formacao, centro, kituo',
  ),
  mentorGroup: words(
    'mentor group, group, mentor, groupe, groupe de mentorat, mentorat, grupo, grupo de mentoria, grupo do mentor, kikundi cha mlezi, kikundi, mlezi',
  ),
  enrolledOn: words(
    "enrolled on, enrolled, enrolment date, enrollment date, date of enrolment, date enrolled, start date, date d'inscription, inscrit le, inscription, data de inscricao, inscrito em, inscricao, data de matricula, alijiunga tarehe, tarehe ya kujiunga",
  ),
  status: words(
    "status, enrolment status, learner status, statut, statut d'inscription, estado, situacao, hali ya mwanafunzi",
  ),
  consentCalls: words(
    'agrees to calls, follow-up calls, follow-up calls agreed, may we call, consent to calls, consent, accepte les appels, appels de suivi, appels de suivi acceptes, consentement, aceita chamadas, consentimento, amekubali simu za ufuatiliaji',
  ),
  confirmedName: words(
    'confirmed name, name on certificate, name for the certificate, name as confirmed, nom confirme, nom sur le certificat, nom pour le certificat, nome confirmado, nome no certificado, jina lilivyothibitishwa, jina kwenye cheti',
  ),
  nameConfirmedOn: words(
    'name confirmed on, name confirmed, nom confirme le, nome confirmado em, jina lilithibitishwa tarehe',
  ),
  alternate1Name: words(
    'contact 1 name, contact 1, alternate contact, alternate contact 1, alternate contact name, next of kin, first contact, contact 1 nom, nom du contact 1, contact alternatif, personne a contacter, personne a prevenir, contacto alternativo, contacto 1, contacto 1 nome, pessoa de contacto, mwasiliani 1, mwasiliani 1 jina',
  ),
  alternate1Relation: words(
    'contact 1 relation, contact 1 relationship, relationship, relation, contact 1 lien, lien, lien de parente, parentesco, contacto 1 relacao, mwasiliani 1 uhusiano',
  ),
  alternate1Phone: words(
    'contact 1 phone, alternate phone, alternate contact phone, next of kin phone, contact phone, contact 1 telephone, telephone du contact, telephone contact, contacto 1 telefone, telefone alternativo, mwasiliani 1 simu',
  ),
  alternate2Name: words(
    'contact 2 name, contact 2, alternate contact 2, second contact, contact 2 nom, nom du contact 2, contacto 2, contacto 2 nome, mwasiliani 2, mwasiliani 2 jina',
  ),
  alternate2Relation: words(
    'contact 2 relation, contact 2 relationship, contact 2 lien, contacto 2 relacao, mwasiliani 2 uhusiano',
  ),
  alternate2Phone: words('contact 2 phone, contact 2 telephone, contacto 2 telefone, mwasiliani 2 simu'),
  received: words(
    'received, received on, date received, script received, scripts received, recu, recu le, date de reception, copies recues le, recebido, recebido em, data de recepcao, data de rececao, ilipokelewa tarehe, karatasi zilipokelewa tarehe',
  ),
};

type AlumniOnly =
  | 'cohortCode'
  | 'cohortCountry'
  | 'cycle'
  | 'cohortStarts'
  | 'enrolledThen'
  | 'graduation'
  | 'awardedOn'
  | 'result'
  | 'certificateNumber';

/** What the columns of a file of alumni are called beside those of learners. */
export const alumniWords: Readonly<Record<AlumniOnly, readonly string[]>> = {
  cohortCode: words(
    'cohort, cohort code, intake, class, intake code, cohorte, code de la cohorte, promotion, turma, codigo da turma, coorte, kundi',
  ),
  cohortCountry: words('cohort country, country of the cohort, pays de la cohorte, pais da turma'),
  cycle: words('cycle, programme cycle, phase, ciclo, mzunguko'),
  cohortStarts: words(
    'cohort starts, cohort start, course start, course started, start of course, debut de la formation, debut de la cohorte, inicio do curso, inicio da turma',
  ),
  enrolledThen: words(
    'enrolled in cohort, learners enrolled, enrolled then, number enrolled, inscrits dans la cohorte, nombre d inscrits, inscritos na turma, numero de inscritos',
  ),
  graduation: words(
    'graduation, graduation date, graduated, graduated on, date of graduation, remise des certificats, date de remise, graduacao, data da graduacao, data de graduacao, mahafali',
  ),
  awardedOn: words(
    'awarded on, award date, date of award, awarded, certificate date, date d attribution, attribue le, date du certificat, data de atribuicao, atribuido em, data do certificado',
  ),
  result: words(
    'result, overall result, final result, overall, final mark, overall mark, average, resultat, resultat final, moyenne, moyenne generale, resultado, resultado final, media, media final',
  ),
  certificateNumber: words(
    'certificate number, certificate no, certificate, serial, serial number, cert no, cert number, numero de certificat, certificat no, numero du certificat, numero do certificado, certificado no',
  ),
};
