import alumni from '../../resources/locales/pt/alumni.json' with { type: 'json' };
import app from '../../resources/locales/pt/app.json' with { type: 'json' };
import attendance from '../../resources/locales/pt/attendance.json' with { type: 'json' };
import awards from '../../resources/locales/pt/awards.json' with { type: 'json' };
import certificates from '../../resources/locales/pt/certificates.json' with { type: 'json' };
import certificatesEngine from '../../resources/locales/pt/certificates-engine.json' with { type: 'json' };
import cohorts from '../../resources/locales/pt/cohorts.json' with { type: 'json' };
import competencies from '../../resources/locales/pt/competencies.json' with { type: 'json' };
import demo from '../../resources/locales/pt/demo.json' with { type: 'json' };
import domain from '../../resources/locales/pt/domain.json' with { type: 'json' };
import errors from '../../resources/locales/pt/errors.json' with { type: 'json' };
import exporting from '../../resources/locales/pt/exports.json' with { type: 'json' };
import firstStart from '../../resources/locales/pt/first-start.json' with { type: 'json' };
import followUp from '../../resources/locales/pt/follow-up.json' with { type: 'json' };
import importing from '../../resources/locales/pt/import.json' with { type: 'json' };
import jobs from '../../resources/locales/pt/jobs.json' with { type: 'json' };
import languages from '../../resources/locales/pt/languages.json' with { type: 'json' };
import marks from '../../resources/locales/pt/marks.json' with { type: 'json' };
import moderation from '../../resources/locales/pt/moderation.json' with { type: 'json' };
import outcomes from '../../resources/locales/pt/outcomes.json' with { type: 'json' };
import outcomesDomain from '../../resources/locales/pt/outcomes-domain.json' with { type: 'json' };
import papers from '../../resources/locales/pt/papers.json' with { type: 'json' };
import people from '../../resources/locales/pt/people.json' with { type: 'json' };
import privacy from '../../resources/locales/pt/privacy.json' with { type: 'json' };
import programme from '../../resources/locales/pt/programme.json' with { type: 'json' };
import questionnaires from '../../resources/locales/pt/questionnaires.json' with { type: 'json' };
import reasons from '../../resources/locales/pt/reasons.json' with { type: 'json' };
import recovery from '../../resources/locales/pt/recovery.json' with { type: 'json' };
import results from '../../resources/locales/pt/results.json' with { type: 'json' };
import script from '../../resources/locales/pt/script.json' with { type: 'json' };
import settings from '../../resources/locales/pt/settings.json' with { type: 'json' };
import templates from '../../resources/locales/pt/templates.json' with { type: 'json' };
import today from '../../resources/locales/pt/today.json' with { type: 'json' };
import ui from '../../resources/locales/pt/ui.json' with { type: 'json' };

/** All Portuguese messages by area. */
export const portuguese = {
  ...certificatesEngine,
  ...outcomesDomain,
  alumni,
  app,
  attendance,
  awards,
  certificates,
  cohorts,
  competencies,
  demo,
  domain,
  errors: { ...errors, ...certificatesEngine.errors, ...outcomesDomain.errors },
  exports: exporting,
  'first-start': firstStart,
  'follow-up': followUp,
  import: importing,
  jobs,
  languages,
  marks,
  moderation,
  outcomes,
  papers,
  people,
  privacy,
  programme,
  questionnaires,
  reasons,
  recovery,
  results,
  script,
  settings,
  templates,
  today,
  ui,
};
