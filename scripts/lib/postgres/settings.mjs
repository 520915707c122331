/** What differs from PostgreSQL's defaults: one small server for one desk on one machine. */
const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '64MB',
  // Reads come from memory; workers for them would only take some.
  io_method: 'sync',
  max_parallel_workers_per_gather: '0',
  max_logical_replication_workers: '0',
  // Compiling a query costs more than any query here takes.
  jit: 'off',
  // Nobody replicates from it.
  wal_level: 'minimal',
  max_wal_senders: '0',
  min_wal_size: '32MB',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The desk logs what its statements ran into; a server's log would hold the statements themselves.
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
}

/** Data of a test run is thrown away, so nothing of it has to reach the disk. */
const temporary = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }

/** The setting of the socket is a list, in which a name may stand in quotes. */
export const serverOptions = (socket, isTemporary) =>
  Object.entries({
    ...settings,
    ...(isTemporary && temporary),
    unix_socket_directories: `"${socket.replaceAll('"', '""')}"`,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])

export const initdbOptions = (isTemporary) => (isTemporary ? ['--no-sync'] : [])
