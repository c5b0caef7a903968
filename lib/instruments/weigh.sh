#!/bin/sh
# Weighs waiting tasks by other instruments than the scale, in processes that do not know the scale:
#
#   sh weigh.sh FORKS SMALL LARGE FEW MANY
#
# FORKS processes with SMALL and with LARGE numbers of tasks; for platform threads with FEW and with MANY. GO, PYTHON
# and JAVA name the programs of that name; an empty one is left out. Each line of the output is
#
#   contender,instrument,quantity,tasks,fork,bytes
#
# with the quantity of the scale that the instrument is to be compared with. A line that begins with "# " says what is
# done now, one that begins with "! " says which instrument or contender is missing, and behind a comma why.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
forks=$1 small=$2 large=$3 few=$4 many=$5
work=$(mktemp -d)
group=
pid=
trap 'end' EXIT
trap 'exit 130' INT TERM HUP PIPE

end() {
  [ -z "$pid" ] || kill -9 "$pid" 2>/dev/null || :
  if [ -n "$group" ]; then rmdir "$group" 2>/dev/null || :; fi
  rm -rf "$work"
}

say() { printf '%s,%s,%s,%s,%s,%s\n' "$contender" "$1" "$2" "$tasks" "$fork" "$3"; }

# GNU time tells how much a process occupied at most. The shell has a time of its own, which does not.
clock=$(command -v time 2>/dev/null || :)
[ -x "$clock" ] || clock=/usr/bin/time
if ! [ -x "$clock" ] || ! "$clock" --version 2>&1 | grep -q GNU; then
  clock=
  echo "! GNU time,it is not on this machine"
fi

# A control group is a folder. The kernel counts what its processes are charged for.
find_group() {
  for folder in "/sys/fs/cgroup/memory$(sed -n 's/^[0-9]*:memory://p' /proc/self/cgroup)" /sys/fs/cgroup/memory \
    "/sys/fs/cgroup$(sed -n 's/^0:://p' /proc/self/cgroup)" /sys/fs/cgroup; do
    group=$folder/memory-tax-instruments-$$
    if mkdir "$group" 2>/dev/null; then
      for charged in memory.current memory.usage_in_bytes; do
        if [ -r "$group/$charged" ] && [ -w "$group/cgroup.procs" ]; then return; fi
      done
      rmdir "$group"
    fi
  done
  group=
  echo "! control group,none can be made here"
}
find_group

# resident: what the kernel adds up over all pages of the process, in bytes.
resident() { awk '/^Rss:/ { print $2 * 1024 }' "/proc/$pid/smaps_rollup"; }

# Read until it has not changed for a while.
settled() {
  last=-1 same=0 tries=0
  while [ $same -lt 3 ] && [ $tries -lt 100 ]; do
    now=$(resident)
    if [ "$now" = "$last" ]; then same=$((same + 1)); else same=0; fi
    last=$now tries=$((tries + 1))
    sleep 0.05
  done
  echo "$last"
}

# await WORD: until the program has said it.
await() {
  tries=0
  while ! grep -q "^$1" "$work/says"; do
    tries=$((tries + 1))
    if [ $tries -gt 2400 ] || { [ -n "$shell" ] && ! kill -0 "$shell" 2>/dev/null; }; then
      echo "! $contender,its program did not say \"$1\"" && exit 1
    fi
    sleep 0.05
  done
}

# weigh COMMAND...: one process, by each instrument that does not change it.
weigh() {
  rm -f "$work/orders" "$work/peak"
  : >"$work/says"
  mkfifo "$work/orders"
  (
    if [ -n "$group" ]; then sh -c 'echo "$PPID" >"$1/cgroup.procs"' sh "$group"; fi
    if [ -n "$clock" ]; then exec "$clock" -f %M -o "$work/peak" "$@"; fi
    exec "$@"
  ) <"$work/orders" >"$work/says" &
  shell=$!
  exec 3>"$work/orders"
  await waiting
  pid=$(sed -n 's/^waiting //p' "$work/says")
  rss=$(settled)
  if [ -n "$group" ]; then say "control group" charged "$(cat "$group/$charged")"; fi
  say smaps_rollup resident "$rss"
  case $contender in
  virtual*) # jcmd lies beside java. It collects first, and counts what is left
    "$(dirname "$JAVA")/jcmd" "$pid" GC.class_histogram |
      awk '$1 == "Total" { print $3 }' >"$work/live"
    say "class histogram" live "$(cat "$work/live")"
    ;;
  goroutines)
    echo now >&3
    await said
    grep ' live ' "$work/says" | while read -r instrument _ bytes; do say "$instrument" live "$bytes"; done
    ;;
  esac
  exec 3>&-
  wait "$shell" || :
  pid=
  case $contender in
  virtual*) ;; # jcmd has made it larger
  *) if [ -n "$clock" ]; then say "GNU time" resident "$(awk '{ print $1 * 1024 }' "$work/peak")"; fi ;;
  esac
}

# Tracing takes memory, so Python has a process of its own for it.
trace() {
  printf 'now\n' | "$PYTHON" "$here/waiting.py" "$tasks" tracemalloc |
    while read -r instrument quantity bytes; do
      if [ "$instrument" = tracemalloc ]; then say tracemalloc "$quantity" "$bytes"; fi
    done
}

# each SMALL LARGE: all contenders that count as many tasks take turns.
each() {
  for tasks in $1 $2; do
    if [ -n "$GO" ] && [ "$1" = "$small" ]; then
      turn goroutines
      weigh "$work/waiting" "$tasks"
    fi
    if [ -n "$PYTHON" ] && [ "$1" = "$small" ]; then
      turn "asyncio tasks"
      weigh "$PYTHON" "$here/waiting.py" "$tasks"
      trace
    fi
    if [ -n "$JAVA" ]; then
      if [ "$1" = "$small" ]; then
        turn "virtual threads (warmed)"
        weigh "$JAVA" -Xbatch -cp "$work" Waiting virtual "$tasks"
      else
        turn "platform threads"
        weigh "$JAVA" -cp "$work" Waiting platform "$tasks"
      fi
    fi
  done
}

turn() {
  contender=$1
  echo "# $contender × $tasks, fork $fork"
}

[ -z "$GO" ] || (cd "$work" && cp "$here/waiting.go" . && GOFLAGS='' GO111MODULE=off GOTOOLCHAIN=local "$GO" build \
  -o waiting waiting.go)
[ -z "$JAVA" ] || "$(dirname "$JAVA")/javac" -d "$work" "$here/Waiting.java"
for fork in $(seq "$forks"); do
  each "$small" "$large"
  each "$few" "$many"
done
