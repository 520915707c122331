#!/bin/sh
# Makes a PostgreSQL cluster where there is none, and runs it until standard input ends. Whoever holds the other end of
# that pipe stops the server by closing it, or by dying. The caller holds the lock of the folder while this runs, and
# hears `starting` once the folder's pid file can only be the new server's.
#   run.sh NATIVE FOLDER SOCKET OPTION...
# LOCKED: set where a lock is held. RUN_AS: words that run a program as a user whom PostgreSQL accepts. OWNER: who that
# is, where it is another than ours. INITDB_OPTIONS: more words.
set -eu
native=$1 folder=$2 data=$2/postgres socket=$3
shift 3
# Not 3: `flock` keeps its lock there.
exec 8<&0 </dev/null

fail() {
  echo "FATAL: $1" >&2
  exit 1
}
owned() {
  if [ "$(id -u)" = 0 ]; then chown -R "${OWNER:-0}" "$1"; fi
}

# Another user needs to pass through the folder, not to read it.
if [ -n "${OWNER-}" ]; then chmod 711 "$folder"; else chmod 700 "$folder"; fi
mkdir -p "$socket"
chmod 700 "$socket"
owned "$socket"

if [ ! -e "$data/PG_VERSION" ]; then
  rmdir "$data" 2>/dev/null || [ ! -e "$data" ] || fail "$data exists and holds no database; move it away"
  rm -rf "$data.new"
  mkdir -m 700 "$data.new"
  owned "$data.new"
  $RUN_AS "$native/bin/initdb" -D "$data.new" -U desk -A trust -E UTF8 \
    --locale-provider=builtin --locale=C --builtin-locale=C.UTF-8 --no-instructions $INITDB_OPTIONS \
    >"$data.log" 2>&1 || {
    cat "$data.log" >&2
    exit 1
  }
  rm -f "$data.log"
  mv "$data.new" "$data"
  sync "$folder"
fi
owned "$data"

# Under the lock nobody else serves this folder, so these were left by a server that was killed. PostgreSQL would trust
# them as long as any process has the number of the old one.
if [ -n "${LOCKED-}" ]; then
  rm -f "$data/postmaster.pid" "$socket/.s.PGSQL.5432" "$socket/.s.PGSQL.5432.lock"
fi
echo starting

$RUN_AS "$native/bin/postgres" -D "$data" "$@" 8<&- >/dev/null &
server=$!
{
  read -r _ <&8 || :
  # More than once, because a server that is just starting may not hear the first.
  while kill -INT "$server"; do sleep 0.2; done
} >/dev/null 2>&1 &
watcher=$!
exec 8<&-
code=0
wait "$server" || code=$?
kill "$watcher" 2>/dev/null || :
exit "$code"
