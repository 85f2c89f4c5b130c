/** Every question the window may ask, `area:verb-noun`. The preload bridge has one function for each, the contract one pair of schemas. */
export const channels = [
  'app:get-boot',
  'app:switch-workspace',
  'app:report-problem',
  'app:open-log',
  'app:finish-quit',
  'journal:append-frames',
  'journal:read-frames',
  'journal:verify-chain',
  'snapshots:list-snapshots',
  'snapshots:make-snapshot',
  'snapshots:read-rows',
  'settings:read-settings',
  'settings:write-settings',
  'tables:read-table',
  'tables:write-table',
  'files:choose-open',
  'files:choose-save',
  'files:choose-folder',
  'files:show-file',
  'files:read-file',
  'files:check-folder',
  'certificates:check-names',
  'certificates:render-batch',
  'certificates:cancel-batch',
  'certificates:hash-documents',
  'certificates:render-one',
  'keys:sign-payloads',
  'keys:verify-payload',
  'keys:read-keys',
  'jobs:report-line',
  'jobs:end-job',
] as const;

export type Channel = (typeof channels)[number];

/** News that the main process sends to the window without being asked. */
export const events = ['progress:changed', 'app:menu-chosen', 'app:quit-asked'] as const;
export type EventName = (typeof events)[number];
