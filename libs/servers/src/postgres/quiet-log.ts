/**
 * Settings that keep rows out of PostgreSQL's log. The error of a statement goes to the service that sent it, which logs
 * it without quoting rows; in the server's log its message would quote values (`invalid input syntax for type json:
 * "…"`), its detail the row and its context the statement. The log keeps start and stop, lost connections, crashes.
 */
export const quietLog = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_lock_waits: 'off',
  log_temp_files: '-1',
  // auto_explain would log statements and their plans
  shared_preload_libraries: '',
  session_preload_libraries: '',
} as const;
