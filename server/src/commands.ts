import { auditExportCommand, auditVerifyCommand } from './cli/audit.ts';
import { backupCommand, restoreCommand } from './cli/backup.ts';
import type { Command } from './cli/command.ts';
import { doctorCommand } from './cli/doctor.ts';
import { erasuresReplayCommand } from './cli/erasures.ts';
import { importGridsCommand } from './cli/import-grids.ts';
import { importCasesCommand } from './cli/import-cases.ts';
import { parkedCommand, retryParkedCommand } from './cli/parked.ts';
import { registryImportCommands, townPeopleCommand } from './cli/registry.ts';
import { seedCommand } from './cli/seed.ts';
import { serveCommand } from './cli/serve.ts';
import { keysRotateCommand, keysStatusCommand } from './cli/keys.ts';
import { makeStreetCommand } from './cli/make-street.ts';
import { calendarImportCommand, importUnitsCommand, installCommand, migrateCommand } from './cli/upkeep.ts';

/** Every verb of `fengqiao`, in the order of the help; a command named `seed` fills an empty demo deployment. */
export const commands: readonly Command[] = [
  serveCommand,
  doctorCommand,
  migrateCommand,
  installCommand,
  seedCommand,
  makeStreetCommand,
  importUnitsCommand,
  importCasesCommand,
  importGridsCommand,
  ...registryImportCommands,
  townPeopleCommand,
  calendarImportCommand,
  backupCommand,
  restoreCommand,
  erasuresReplayCommand,
  keysStatusCommand,
  keysRotateCommand,
  auditVerifyCommand,
  auditExportCommand,
  parkedCommand,
  retryParkedCommand,
];
