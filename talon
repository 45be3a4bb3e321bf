#!/usr/bin/env bash
# The one command of this project: finds a JDK and Maven, builds what is stale, and hands over to the program in deploy/cli.
# "./talon help" lists what it can do. Runs with bash 3.2 (macOS) too.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/talon
jar=$home/deploy/cli/target/talon-cli.jar
stamp=$home/deploy/cli/target/built
log=$home/target/talon-build.log
maven_version=3.9.11

say() { printf 'talon: %s\n' "$*" >&2; }
die() { say "$@"; exit 2; }

# --- JDK: JAVA_HOME, then PATH, then the newest of the usual folders

java_of() { # major version of the JDK in folder $1; 0 where there is none
  local line version=0
  if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case $line in JAVA_VERSION=*) version=${line#*\"} version=${version%%[!0-9]*} ;; esac
    done <"$1/release"
  fi
  echo "${version:-0}"
}

real() { # $1 with symbolic links followed
  local file=$1 link
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in /*) file=$link ;; *) file=$(dirname "$file")/$link ;; esac
  done
  echo "$file"
}

find_java() {
  local folder version best=20 on_path
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$(java_of "$JAVA_HOME")
    [ "$java" -lt 21 ] || return 0
    say "JAVA_HOME is not a JDK 21 or newer, passed over: $JAVA_HOME"
  fi
  if on_path=$(command -v javac); then
    JAVA_HOME=$(dirname "$(dirname "$(real "$on_path")")")
    java=$(java_of "$JAVA_HOME")
    [ "$java" -lt 21 ] || return 0
  fi
  for folder in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/*; do
    version=$(java_of "$folder")
    if [ "$version" -gt "$best" ]; then best=$version java=$version JAVA_HOME=$folder; fi
  done
  [ "$best" -ge 21 ] || die "no JDK 21 or newer found: install one, or point JAVA_HOME at it"
}

# --- Maven: MAVEN_HOME or PATH where new enough, else one of our own in the user's cache, fetched by the old one

new_enough() { # is the Maven $1 3.9 or newer?
  local version
  version=$("$1" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
  [ -n "$version" ] || return 1
  set -- $version
  [ "$1" -gt 3 ] || { [ "$1" -eq 3 ] && [ "$2" -ge 9 ]; }
}

find_maven() {
  local found=''
  for mvn in "${MAVEN_HOME:+$MAVEN_HOME/bin/mvn}" "$(command -v mvn || true)"; do
    if [ -n "$mvn" ] && new_enough "$mvn"; then return; fi
    found=${mvn:-$found}
  done
  mvn=$cache/apache-maven-$maven_version/bin/mvn
  [ -x "$mvn" ] || fetch_maven "$found"
}

fetch_maven() { # with the old Maven $1; into a folder of its own first, so that nobody sees half of it
  local part=$cache/part.$$
  [ -n "$1" ] || die "no Maven found: install Maven (3.9 or newer; any older one is enough to fetch that)"
  say "fetching Maven $maven_version, because $1 is older than 3.9"
  mkdir -p "$part"
  (cd "$part" && "$1" -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:unpack \
    "-Dartifact=org.apache.maven:apache-maven:$maven_version:zip:bin" "-DoutputDirectory=$part") >"$part/log" 2>&1 ||
    { tail -n 5 "$part/log" >&2; rm -rf "$part"; die "Maven $maven_version cannot be fetched"; }
  chmod +x "$part/apache-maven-$maven_version/bin/mvn"
  mv "$part/apache-maven-$maven_version" "$cache/" 2>/dev/null || true # another run was first
  rm -rf "$part"
}

# --- Building: one at a time in a checkout, and only what has changed

alone() { # runs "$@" while no other talon builds here; the lock goes with the process
  mkdir -p "$home/target"
  if command -v flock >/dev/null; then
    (
      flock -n 9 || { say "waiting for another build of this checkout"; flock 9; }
      "$@"
    ) 9>"$home/target/talon.lock"
  else
    (
      lock=$home/target/talon.lock.d
      until mkdir "$lock" 2>/dev/null; do
        holder=$(cat "$lock/pid" 2>/dev/null || true)
        if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then rm -rf "$lock"; else sleep 1; fi
      done
      echo $$ >"$lock/pid"
      trap 'rm -rf "$lock"' EXIT
      trap 'exit 130' INT TERM
      "$@"
    )
  fi
}

stale() ( # is anything that is built from newer than what was built? A folder's time tells of a file that is gone
  [ -f "$jar" ] && [ -f "$stamp" ] || exit 0
  cd "$home"
  [ -n "$(find pom.xml shared-contracts branch-server central-server deploy \
    \( -name target -o -name node_modules \) -prune -o \
    -newer "$stamp" \( -name pom.xml -o -name src -o -path '*/src/*' \) -print 2>/dev/null | head -n 1)" ]
)

maven() { (cd "$home" && exec "$mvn" -B "$@"); }

progress() { # Maven's output into the log, and from it: which module, and how much was fetched
  local line module=Talon fetched=0
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$log"
    case $line in
      *'] Building '*'/'*']')
        module=${line#*] Building } module="${module%% [0-9]*} (${line##*[}" module=${module%]}\)
        [ -t 2 ] || say "building $module" ;;
      *Downloaded\ from*) fetched=$((fetched + 1)) ;;
      *) continue ;;
    esac
    [ ! -t 2 ] || printf '\r\033[Ktalon: building %s, %d files fetched' "$module" "$fetched" >&2
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
}

build() {
  stale || return 0
  find_maven
  touch "$home/target/build-begun" # what is edited while it builds is stale afterwards
  : >"$log"
  if ! maven package -DskipTests 2>&1 | progress; then
    tail -n 30 "$log" >&2
    die "the build failed; all it said is in ${log#"$home/"}"
  fi
  mv "$home/target/build-begun" "$stamp"
  say "built in $SECONDS s"
}

run_tests() {
  local status=0
  find_maven
  touch "$home/target/build-begun"
  maven -ntp verify "$@" || status=$?
  if [ "$status" -eq 0 ] && [ $# -eq 0 ]; then mv "$home/target/build-begun" "$stamp"; fi # all of it is built now
  if [ "$status" -eq 0 ]; then say "tests passed in $SECONDS s"; else say "tests FAILED after $SECONDS s; the reason stands above"; fi
  return "$status"
}

find_java
export JAVA_HOME
quiet=(--enable-native-access=ALL-UNNAMED)
[ "$java" -lt 24 ] || quiet+=(--sun-misc-unsafe-memory-access=allow) # libraries' own business, not the user's
if [ "${1:-}" = test ]; then
  shift
  export MAVEN_OPTS="${quiet[*]} ${MAVEN_OPTS:-}"
  alone run_tests "$@"
else
  if stale; then alone build; fi
  # The servers share the machine with the command that starts them: it compiles little, save where speed is measured.
  [ "${1:-}" = bench ] || quiet+=(-XX:TieredStopAtLevel=1)
  exec "$JAVA_HOME/bin/java" "${quiet[@]}" "-Dtalon.home=$home" -jar "$jar" "${@:-help}"
fi
