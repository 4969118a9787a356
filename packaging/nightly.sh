#!/bin/sh
# One night: fetch, import, digest, backup. Settings from the environment; docs/nightly.md explains each step.
set -u
: "${JUESUAN_HOME:=/srv/juesuan}" "${JUESUAN_LIST:=$JUESUAN_HOME/list.txt}"
cd "$JUESUAN_HOME" || exit 3
mkdir -p archive records backup log || exit 3
day=$(date -u +%F)
# A second run on a day does not write over the digest of the first.
record=records/$(date -u +%FT%H%MZ)
since=$(cat last-digest 2>/dev/null)
# The first night, or a loss of power emptied the file: everything is told.
: "${since:=1970-01-01}"
worst=0
# 1 means "done, and something failed": the rest of the night goes on. Anything else ends it.
step() {
  "$@"
  code=$?
  [ "$code" -gt "$worst" ] && worst=$code
  [ "$code" -le 1 ] || exit "$code"
}
step juesuan fetch "$JUESUAN_LIST" --into archive --db city.db --log log/fetch.log
step juesuan import archive --db city.db --log log/import.log
# From this time on the next digest tells: the import ended in a second before it.
sleep 1
now=$(date -u +%FT%TZ)
step juesuan digest --db city.db --since "$since" --out "$record.md"
step juesuan digest --db city.db --since "$since" --json --out "$record.json"
echo "$now" > last-digest.new && mv last-digest.new last-digest || exit 3
step juesuan backup "backup/city-$day.db" --db city.db --force
exit "$worst"
