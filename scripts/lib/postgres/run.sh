#!/bin/sh
# Makes a PostgreSQL cluster where there is none, and runs it until standard input ends. Whoever holds the other end of
# that pipe stops the server by closing it, or by dying. The caller holds the lock of the data folder while this runs, and
# hears `starting` once the folder's pid file can only be the new server's.
#   run.sh NATIVE DATA SOCKET OPTION...    RUN_AS: words that run a program as a user whom PostgreSQL accepts
set -eu
native=$1 data=$2 socket=$3
shift 3
# Not 3: `flock` keeps its lock there.
exec 8<&0 </dev/null

if [ ! -e "$data/PG_VERSION" ]; then
  rm -rf "$data.new"
  if [ -n "${OWNER-}" ]; then mkdir -m 700 "$data.new" && chown "$OWNER" "$data.new"; fi
  $RUN_AS "$native/bin/initdb" -D "$data.new" -U desk -A trust -E UTF8 --locale-provider=builtin --locale=C.UTF-8 \
    --no-instructions $INITDB_OPTIONS >"$data.initdb.log" 2>&1 || {
    cat "$data.initdb.log" >&2
    exit 1
  }
  rm -f "$data.initdb.log"
  mv "$data.new" "$data"
fi

# Under the lock nobody else serves this folder, so these were left by a server that was killed. PostgreSQL would trust
# them as long as any process has the number of the old one.
rm -f "$data/postmaster.pid" "$socket/.s.PGSQL.5432" "$socket/.s.PGSQL.5432.lock"
echo starting

$RUN_AS "$native/bin/postgres" -D "$data" -k "$socket" "$@" 8<&- >/dev/null &
server=$!
{
  read -r _ <&8 || :
  kill -INT "$server"
} >/dev/null 2>&1 &
watcher=$!
exec 8<&-
code=0
wait "$server" || code=$?
kill "$watcher" 2>/dev/null || :
exit "$code"
