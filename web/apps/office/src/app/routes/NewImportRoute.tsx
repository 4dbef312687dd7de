import { NewImportScreen } from '../../features/imports/ui/NewImportScreen'

/** `/clients/import`: choosing a table. */
export function NewImportRoute() {
  return <NewImportScreen />
}
