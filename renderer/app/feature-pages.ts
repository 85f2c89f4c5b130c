import { lazy } from 'react';

// Each feature is read when it is first visited, so that the start stays fast.
export const CohortsPage = lazy(async () => ({
  default: (await import('#renderer/features/cohorts/cohorts-page.tsx')).CohortsPage,
}));
export const CohortOverview = lazy(async () => ({
  default: (await import('#renderer/features/cohorts/cohort-overview.tsx')).CohortOverview,
}));
export const CohortLearners = lazy(async () => ({
  default: (await import('#renderer/features/people/cohort-learners.tsx')).CohortLearners,
}));
export const MarksTab = lazy(async () => ({
  default: (await import('#renderer/features/gradebook/marks-tab.tsx')).MarksTab,
}));
export const ResultsTab = lazy(async () => ({
  default: (await import('#renderer/features/awards/results-tab.tsx')).ResultsTab,
}));
export const CertificatesTab = lazy(async () => ({
  default: (await import('#renderer/features/certificates/certificates-tab.tsx')).CertificatesTab,
}));
export const FollowUpTab = lazy(async () => ({
  default: (await import('#renderer/features/alumni/follow-up-tab.tsx')).FollowUpTab,
}));
export const ImportWizard = lazy(async () => ({
  default: (await import('#renderer/features/import/import-wizard.tsx')).ImportWizard,
}));
export const PeoplePage = lazy(async () => ({
  default: (await import('#renderer/features/people/people-page.tsx')).PeoplePage,
}));
export const PersonPage = lazy(async () => ({
  default: (await import('#renderer/features/people/person-page.tsx')).PersonPage,
}));
export const CertificatesPage = lazy(async () => ({
  default: (await import('#renderer/features/certificates/certificates-page.tsx')).CertificatesPage,
}));
export const AlumniPage = lazy(async () => ({
  default: (await import('#renderer/features/alumni/alumni-page.tsx')).AlumniPage,
}));
export const FollowUpCall = lazy(async () => ({
  default: (await import('#renderer/features/alumni/follow-up-call.tsx')).FollowUpCall,
}));
export const OutcomesPage = lazy(async () => ({
  default: (await import('#renderer/features/outcomes/outcomes-page.tsx')).OutcomesPage,
}));
export const SettingsPage = lazy(async () => ({
  default: (await import('#renderer/features/settings/settings-page.tsx')).SettingsPage,
}));
