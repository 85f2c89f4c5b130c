import alumni from '../../resources/locales/sw/alumni.json' with { type: 'json' };
import app from '../../resources/locales/sw/app.json' with { type: 'json' };
import attendance from '../../resources/locales/sw/attendance.json' with { type: 'json' };
import awards from '../../resources/locales/sw/awards.json' with { type: 'json' };
import certificates from '../../resources/locales/sw/certificates.json' with { type: 'json' };
import certificatesEngine from '../../resources/locales/sw/certificates-engine.json' with { type: 'json' };
import cohorts from '../../resources/locales/sw/cohorts.json' with { type: 'json' };
import competencies from '../../resources/locales/sw/competencies.json' with { type: 'json' };
import demo from '../../resources/locales/sw/demo.json' with { type: 'json' };
import domain from '../../resources/locales/sw/domain.json' with { type: 'json' };
import errors from '../../resources/locales/sw/errors.json' with { type: 'json' };
import exporting from '../../resources/locales/sw/exports.json' with { type: 'json' };
import firstStart from '../../resources/locales/sw/first-start.json' with { type: 'json' };
import followUp from '../../resources/locales/sw/follow-up.json' with { type: 'json' };
import importing from '../../resources/locales/sw/import.json' with { type: 'json' };
import jobs from '../../resources/locales/sw/jobs.json' with { type: 'json' };
import languages from '../../resources/locales/sw/languages.json' with { type: 'json' };
import marks from '../../resources/locales/sw/marks.json' with { type: 'json' };
import moderation from '../../resources/locales/sw/moderation.json' with { type: 'json' };
import outcomes from '../../resources/locales/sw/outcomes.json' with { type: 'json' };
import outcomesDomain from '../../resources/locales/sw/outcomes-domain.json' with { type: 'json' };
import papers from '../../resources/locales/sw/papers.json' with { type: 'json' };
import people from '../../resources/locales/sw/people.json' with { type: 'json' };
import privacy from '../../resources/locales/sw/privacy.json' with { type: 'json' };
import programme from '../../resources/locales/sw/programme.json' with { type: 'json' };
import questionnaires from '../../resources/locales/sw/questionnaires.json' with { type: 'json' };
import reasons from '../../resources/locales/sw/reasons.json' with { type: 'json' };
import recovery from '../../resources/locales/sw/recovery.json' with { type: 'json' };
import results from '../../resources/locales/sw/results.json' with { type: 'json' };
import script from '../../resources/locales/sw/script.json' with { type: 'json' };
import settings from '../../resources/locales/sw/settings.json' with { type: 'json' };
import templates from '../../resources/locales/sw/templates.json' with { type: 'json' };
import today from '../../resources/locales/sw/today.json' with { type: 'json' };
import ui from '../../resources/locales/sw/ui.json' with { type: 'json' };

/** All Swahili messages by area. */
export const swahili = {
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
