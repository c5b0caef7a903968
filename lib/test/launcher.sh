#!/bin/sh
# launcher.sh LAUNCHER [SHELL]: tries the launcher in made-up homes, with made-up JDKs, Maven and JBang, without
# network; run by the shell that it names, or by this one: "/bin/busybox sh".
# One line per case, "ok NAME" or "not ok NAME: why"; the exit code is 1 when any failed.
#
# shellcheck disable=SC2016 # what is to happen in the made-up world is said in quotes
set -u

launcher=${1:?the path of the launcher} shell=${2:-/bin/sh}
[ -f "$launcher" ] || { echo "not ok launcher: there is no $launcher"; exit 1; }
world=$(mktemp -d) && world=$(cd -P "$world" && pwd) || exit 1
trap 'rm -rf "$world"' EXIT
trap 'exit 130' INT TERM HUP

tools=$world/tools                # the basic tools, and no Java, Maven or JBang that the machine may have
checkout="$world/check out"       # spaces everywhere
home="$world/ho me"
path=
status=0
failed=0

# ---- The made-up world ----

make_tools() {
  mkdir -p "$tools"
  for tool in sh env cat sed grep cut readlink mkdir rm rmdir mv sha256sum shasum openssl perl find cksum ls; do
    found=$(command -v "$tool") && ln -s "$found" "$tools/$tool"
  done
}

executable() { mkdir -p "${1%/*}" && cat >"$1" && chmod +x "$1"; }

# Records who was called and with what; then plays JBang, as $home/prints and $home/exits tell it.
make_recorder() {
  executable "$1" <<'END'
#!/bin/sh
echo "$0" >"$HOME/called"
for argument; do printf '<%s>' "$argument"; done >"$HOME/arguments"
env >"$HOME/environment"
cat "$HOME/prints" 2>/dev/null
read -r code <"$HOME/exits" && exit "$code"
END
}

# jdk FOLDER VERSION
jdk() {
  make_recorder "$1/bin/java"
  executable "$1/bin/javac" </dev/null
  printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\nJAVA_VERSION_DATE="2026-01-01"\n' "$2" >"$1/release"
}

# maven TEXT: a Maven that fetches a jar of that text, or none when the text is empty. It chatters, as Maven does.
maven() {
  executable "$world/maven/mvn" <<END
#!/bin/sh
printf '\033[0m'; echo 'WARNING: chatter' >&2
echo "\$PWD" >"\$HOME/mavens"
for argument; do case \$argument in -DoutputDirectory=*) folder=\${argument#*=} ;; esac; done
[ -n "$1" ] && printf %s "$1" >"\$folder/jbang-cli-$version-all.jar"
END
  path=$path:$world/maven
}

# The launcher, but with its system folders inside the made-up world, and a jar that this script can make.
make_checkout() {
  version=$(sed -n 's/^version=//p' "$launcher")
  printf %s 'a jar' >"$world/jar"
  sum=$({ sha256sum || shasum -a 256 || openssl dgst -sha256 -r; } <"$world/jar" 2>/dev/null | cut -c 1-64)
  mkdir -p "$checkout/chapters"
  sed -e "s/^sha256=.*/sha256=$sum/" \
    -e "s, /usr/, '$world'/usr/,g" -e "s, /Library/, '$world'/Library/,g" \
    -e "1s,^.*$,#!$shell," -e "s, /opt/, '$world'/opt/,g" -e "s, /home/, '$world'/home/,g" "$launcher" >"$checkout/jbang"
  chmod +x "$checkout/jbang"
  make_catalog
  : >"$checkout/chapters/chapter1.java"
}

make_catalog() {
  printf '{ "aliases": {\n  "%s": {\n    "script-ref": "%s.java"\n  },\n  "%s": {\n    "script-ref": "%s.java"\n  }\n} }\n' \
    chapter1 chapters/chapter1 workbook lib/workbook >"$checkout/jbang-catalog.json"
}

# A new case: an empty home, nothing installed.
fresh() {
  name=$1
  (cd "$world" && rm -rf "$home" usr Library opt home maven bin)
  mkdir -p "$home"
  path=$tools
  java_home=
  options=
  echo 0 >"$home/exits"
}

# launch ARGUMENT...: runs the launcher; status, and the files out and err, tell what became of it.
launch() {
  rm -f "$home/called" "$home/arguments"
  # shellcheck disable=SC2086 # $shell is words
  (cd "${folder:-$checkout}" && exec env -i HOME="$home" PATH="$path" LANG=C ${java_home:+JAVA_HOME="$java_home"} \
    ${options:+JBANG_JAVA_OPTIONS="$options"} $shell "${by:-$checkout/jbang}" "$@") >"$world/out" 2>"$world/err" </dev/null
  status=$?
}

# ---- What is expected ----

pass() { echo "ok $shell: $name"; }
fail() { echo "not ok $shell: $name: $*" | tr '\n' ' '; echo; failed=1; }

# equal WHAT EXPECTED ACTUAL
equal() { [ "$2" = "$3" ] || { fail "$1 is [$3], not [$2]"; return 1; }; }

contents() { cat "$1" 2>/dev/null; }
no_chatter() { equal 'standard error' '' "$(contents "$world/err")"; }
calls() { equal 'what was called' "$1" "$(contents "$home/called")"; }
arguments() { equal 'an argument list' "$1" "$(contents "$home/arguments")"; }
exits() { equal 'the exit code' "$1" "$status"; }
environment() { grep -qx "$1" "$home/environment" || { fail "no $1 in the environment"; return 1; }; }

# complains TEXT: one line on standard error, with that text in it, and an exit code that is not 0.
complains() {
  [ "$status" -ne 0 ] || { fail 'the exit code is 0'; return 1; }
  equal 'the number of lines on standard error' 1 "$(grep -c '' "$world/err")" || return 1
  grep -q "$1" "$world/err" || { fail "no [$1] in: $(contents "$world/err")"; return 1; }
}

cached() { [ -f "$home/.cache/memory-tax-workbook/jbang-$version.jar" ]; }

nothing_left() {
  left=$(find "$home/.cache" ! -type d 2>/dev/null; find "$home/.cache" -name 'fetch.*' 2>/dev/null)
  equal 'what is left in the cache' '' "$left"
}

# prefers FOLDER: launched, it is that JDK which runs, and which JAVA_HOME names.
prefers() { maven 'a jar'; launch chapter1; calls "$1/bin/java" && environment "JAVA_HOME=$1"; }

# ---- Cases ----

jdk_order() {
  fresh 'JAVA_HOME first'
  java_home=$world/opt/java/mine
  jdk "$java_home" 26.0.1; jdk "$world/usr/lib/jvm/a25" 25.0.3
  prefers "$java_home" && pass

  fresh 'then the PATH, behind its links'
  java_home=$world/opt/java/old
  jdk "$java_home" 17.0.15; jdk "$home/on path" 27-ea; jdk "$world/usr/lib/jvm/a25" 25.0.3
  mkdir -p "$world/bin"
  ln -s "$home/on path/bin/java" "$world/bin/java-link"
  ln -s java-link "$world/bin/java"
  path=$path:$world/bin
  prefers "$home/on path" && pass

  fresh 'of those lying around the oldest that will do'
  jdk "$world/usr/lib/jvm/a17" 17.0.15; jdk "$world/usr/lib/jvm/b27" 27
  jdk "$home/.sdkman/candidates/java/25.0.3-tem" 25.0.3; jdk "$world/usr/lib/jvm/c8" 1.8.0_402
  jdk "$home/.asdf/installs/java/26" 26.0.1
  prefers "$home/.sdkman/candidates/java/25.0.3-tem" && pass

  fresh 'a JRE is no JDK'
  jdk "$world/usr/lib/jvm/jre" 25.0.3; rm "$world/usr/lib/jvm/jre/bin/javac"
  jdk "$world/usr/lib/jvm/other" 26
  prefers "$world/usr/lib/jvm/other" && pass

  for place in "$world/usr/lib/jvm/x" "$world/usr/java/x" "$home/.sdkman/candidates/java/x" \
    "$home/.asdf/installs/java/x" "$home/.local/share/mise/installs/java/x" "$home/.jbang/cache/jdks/25" \
    "$world/Library/Java/JavaVirtualMachines/x/Contents/Home" \
    "$world/opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home" \
    "$world/home/linuxbrew/.linuxbrew/opt/openjdk@25/libexec"; do
    fresh "looks into ${place#"$world"/}"
    jdk "$place" 25
    prefers "$place" && pass
  done

  fresh 'an old Java will do for JBang, which then fetches a JDK'
  jdk "$world/bin/old" 17.0.15
  path=$path:$world/bin/old/bin
  maven 'a jar'
  launch chapter1
  calls "$world/bin/old/bin/java" && no_chatter && pass
}

fetching() {
  jar="$home/.cache/memory-tax-workbook/jbang-$version.jar"

  fresh 'JBang comes through Maven, once'
  jdk "$world/usr/lib/jvm/x" 25
  maven 'a jar'
  launch chapter1
  cached || fail 'no jar in the cache'
  exits 0 && no_chatter && arguments "<-XX:+UseSerialGC><-XX:TieredStopAtLevel=1><-cp><$jar><dev.jbang.Main><run>\
<--quiet><--catalog=$checkout/jbang-catalog.json><chapter1@$checkout/jbang-catalog.json>" && environment JBANG_STDIN_NOTTY=true &&
    environment JBANG_RUNTIME_SHELL=bash && {
    maven ''
    launch chapter1
    exits 0 && pass
  }

  fresh 'without a name it is the list of chapters'
  jdk "$world/usr/lib/jvm/x" 25
  maven 'a jar'
  launch
  exits 0 && arguments "<-XX:+UseSerialGC><-XX:TieredStopAtLevel=1><-cp><$jar><dev.jbang.Main><run>\
<--quiet><--catalog=$checkout/jbang-catalog.json><workbook@$checkout/jbang-catalog.json>" && pass

  fresh 'a pom.xml in the working folder is not in the way'
  jdk "$world/usr/lib/jvm/x" 25
  maven 'a jar'
  launch chapter1
  case $(contents "$home/mavens") in "$home/.cache/"*) pass ;; *) fail "Maven ran in $(contents "$home/mavens")" ;; esac

  fresh 'a wrong sum'
  jdk "$world/usr/lib/jvm/x" 25
  maven 'another jar'
  launch chapter1
  complains 'wrong SHA-256' && nothing_left && calls '' && pass

  fresh 'no network'
  jdk "$world/usr/lib/jvm/x" 25
  maven ''
  launch chapter1
  complains 'is there a network' && nothing_left && calls '' && pass

  fresh 'a cache that cannot be written to'
  jdk "$world/usr/lib/jvm/x" 25
  maven 'a jar'
  : >"$home/.cache"
  launch chapter1
  complains 'cannot write to' && calls '' && pass

  fresh 'no Java'
  maven 'a jar'
  launch chapter1
  complains 'no Java found: install a JDK 25' && nothing_left && pass

  fresh 'neither JBang nor Maven'
  jdk "$world/usr/lib/jvm/x" 25
  launch chapter1
  complains 'app setup' && calls '' && pass
}

running() {
  # shellcheck disable=SC1003,SC2016 # that nothing is expanded is the point
  set -- '' 'a b' "it's" '"' '*' '$HOME' '`date`' '\' 'a\nb' 'two
lines
' -- --help -Dx=y @/dev/null '%{deps:a}' ';' '&' '~' "$(printf 'gr\303\274n')"
  all=$(for argument; do printf '<%s>' "$argument"; done)

  fresh 'exit code 255: what JBang printed is run, and arguments arrive unharmed'
  jdk "$world/usr/lib/jvm/x" 25
  maven 'a jar'
  make_recorder "$world/bin/chap ter"
  printf '%s\n' "'$world/bin/chap ter' 'its own' 'it'\\''s'" >"$home/prints"
  executable "$world/usr/lib/jvm/x/bin/java" <<'END'
#!/bin/sh
cat "$HOME/prints"
exit 255
END
  echo 7 >"$home/exits"
  launch chapter1 "$@"
  calls "$world/bin/chap ter" && arguments "<its own><it's>$all" && exits 7 && no_chatter &&
    if grep -q '^JBANG_' "$home/environment"; then fail 'JBANG_ variables reach the chapter'; else pass; fi

  fresh 'the options that the user has for JBang are kept, and kept from the chapter'
  jdk "$world/usr/lib/jvm/x" 25
  maven 'a jar'
  options='-Xmx300m -Da=b'
  launch chapter1
  case $(contents "$home/arguments") in
    '<-Xmx300m><-Da=b><-cp>'*) environment JBANG_JAVA_OPTIONS= && pass ;;
    *) fail "$(contents "$home/arguments")" ;;
  esac

  fresh 'other exit codes and what was printed are passed on'
  jdk "$world/usr/lib/jvm/x" 25
  maven 'a jar'
  echo 3 >"$home/exits"
  echo 'echo not to be run' >"$home/prints"
  launch chapter1
  exits 3 && equal 'standard output' 'echo not to be run' "$(contents "$world/out")" && pass

  fresh 'exit code 255 with nothing printed'
  jdk "$world/usr/lib/jvm/x" 25
  maven 'a jar'
  echo 255 >"$home/exits"
  launch chapter1
  exits 255 && pass

  fresh 'what is not in the catalog goes to JBang as it is'
  jdk "$world/usr/lib/jvm/x" 25
  maven 'a jar'
  launch --version "$@"
  case $(contents "$home/arguments") in *"<dev.jbang.Main><--version>$all") pass ;; *) fail "$(contents "$home/arguments")" ;; esac

  fresh 'from another folder, through a link'
  jdk "$world/usr/lib/jvm/x" 25
  maven 'a jar'
  ln -s "$checkout/jbang" "$home/link"
  folder=$home by=./link
  launch chapter1
  folder='' by=''
  case $(contents "$home/arguments") in
    *"<chapter1@$checkout/jbang-catalog.json>") pass ;;
    *) fail "$(contents "$home/arguments")" ;;
  esac
}

installed() {
  fresh 'a JBang on the PATH is used, by its jar'
  jdk "$world/usr/lib/jvm/x" 25
  make_recorder "$world/bin/jbang"
  : >"$world/bin/jbang.jar"
  path=$world/bin:$path
  launch chapter1
  calls "$world/usr/lib/jvm/x/bin/java" && nothing_left &&
    case $(contents "$home/arguments") in *"<$world/bin/jbang.jar>"*) pass ;; *) fail "$(contents "$home/arguments")" ;; esac

  fresh 'a JBang without a jar is run as it is'
  jdk "$world/usr/lib/jvm/x" 25
  make_recorder "$world/bin/jbang"
  path=$world/bin:$path
  launch chapter1 'a b' "it's"
  calls "$world/bin/jbang" && environment "JAVA_HOME=$world/usr/lib/jvm/x" &&
    arguments "<run><--quiet><--catalog=$checkout/jbang-catalog.json><chapter1@$checkout/jbang-catalog.json><a b><it's>" && no_chatter &&
    if grep -q '^JBANG_JAVA_OPTIONS' "$home/environment"; then fail 'options reach the chapter'; else pass; fi

  fresh 'an installed JBang needs no cache'
  jdk "$world/usr/lib/jvm/x" 25
  make_recorder "$world/bin/jbang"
  : >"$home/.cache"
  path=$world/bin:$path
  launch chapter1
  exits 0 && calls "$world/bin/jbang" && no_chatter && pass

  fresh 'a JBang on the PATH brings Java where there is none'
  make_recorder "$world/bin/jbang"
  : >"$world/bin/jbang.jar"
  path=$world/bin:$path
  launch --version
  calls "$world/bin/jbang" && arguments '<--version>' && pass

  fresh 'it does not call itself, its copy or its link'
  jdk "$world/usr/lib/jvm/x" 25
  maven 'a jar'
  mkdir -p "$world/bin" "$home/bin"
  cp "$checkout/jbang" "$world/bin/jbang"
  ln -s "$checkout/jbang" "$home/bin/jbang"
  path=$checkout:$world/bin:$home/bin:$path
  launch chapter1
  exits 0 && cached && calls "$world/usr/lib/jvm/x/bin/java" &&
    if grep -q MEMORY_TAX_TRIED "$home/environment"; then fail 'it did'; else pass; fi

  fresh 'nor a wrapper that leads back to it'
  jdk "$world/usr/lib/jvm/x" 25
  maven 'a jar'
  executable "$world/bin/jbang" <<END
#!/bin/sh
[ ! -e "\$HOME/been here" ] || exit 9
: >"\$HOME/been here"
"$checkout/jbang" "\$@"
END
  path=$world/bin:$path
  launch chapter1
  exits 0 && calls "$world/usr/lib/jvm/x/bin/java" && pass
}

# A checkout with a library, and a JBang that says how often it was asked, and which command starts a chapter.
answering() {
  fresh "$1"
  jdk "$world/usr/lib/jvm/x" 25
  maven 'a jar'
  (cd "$checkout" && rm -rf chapters lib data jbang.properties "$world/.jbang")
  mkdir -p "$checkout/chapters" "$checkout/lib/memorytax/room" "$checkout/data"
  printf '//DEPS ../lib/Lib.java\n//DEPS a.b:c:1.0\n//FILES chapter1.java\nvoid main() { }\n' >"$checkout/chapters/chapter1.java"
  printf '//SOURCES memorytax/room/A.java\n//FILES data/a.csv=../data/a.csv\n' >"$checkout/lib/Lib.java"
  echo 'class A { }' >"$checkout/lib/memorytax/room/A.java"
  echo 1 >"$checkout/data/a.csv"
  make_catalog
  : >"$home/chapter 1.jar"
  : >"$home/library.jar"
  make_recorder "$world/bin/chap ter"
  executable "$world/usr/lib/jvm/x/bin/java" <<'END'
#!/bin/sh
echo asked >>"$HOME/asked"
cat "$HOME/prints"
[ ! -f "$HOME/edit" ] || . "$HOME/edit"
exit 255
END
  printf '%s\n' "'$world/bin/chap ter' -Xmx9m -classpath '$home/chapter 1.jar:$home/library.jar' chapter1" >"$home/prints"
  launch chapter1 || fail 'it did not start'
}

# asked NUMBER: launched again, JBang has been asked so often, and the chapter is started all the same.
asked() {
  launch chapter1 'a b'
  equal "how often JBang was asked" "$1" "$(grep -c '' "$home/asked")" && exits 0 && no_chatter &&
    arguments "<-Xmx9m><-classpath><$home/chapter 1.jar:$home/library.jar><chapter1><a b>"
}

# notices WHAT COMMAND: after the command JBang is asked again, and then its new answer is kept.
notices() {
  answering "what JBang said does not hold $1"
  asked 1 && eval "$2" && asked 2 && asked 2 && pass
}

# asks WHAT COMMAND: as long as that is so, JBang is asked each time.
asks() {
  answering "nothing is kept $1"
  eval "$2"
  asked 2 && asked 3 && pass
}

keeping() {
  chapter=$checkout/chapters/chapter1.java
  kept=$home/.cache/memory-tax-workbook/commands$checkout/chapter1.sh

  answering 'what JBang said is kept, for every folder'
  asked 1 && folder=$home && asked 1 && pass
  folder=''

  notices 'when a chapter is edited, however little' \
    'cp -p "$chapter" "$world/old" && tr m n <"$world/old" >"$chapter" && touch -r "$world/old" "$chapter"'
  notices 'when the library is edited' 'echo "class B { }" >"$checkout/lib/memorytax/room/A.java"'
  notices 'when a file comes' ': >"$checkout/lib/memorytax/room/B.java"'
  notices 'when a file goes' 'rm "$checkout/data/a.csv"'
  notices 'when a file moves' 'mv "$checkout/data/a.csv" "$checkout/data/b.csv"'
  notices 'when the catalog is edited' 'echo >>"$checkout/jbang-catalog.json"'
  notices 'with settings for JBang' 'echo a=b >"$checkout/jbang.properties"'
  notices 'with settings in a folder above' 'mkdir -p "$world/.jbang" && echo a=b >"$world/.jbang/jbang.properties"'
  notices 'with settings of the user' 'mkdir -p "$home/.jbang" && echo a=b >"$home/.jbang/jbang.properties"'
  notices 'with other variables for JBang' 'options=-Da=b'
  notices 'with another JDK' \
    'java_home=$world/usr/y; jdk "$java_home" 25; cp "$world/usr/lib/jvm/x/bin/java" "$java_home/bin/java"'
  notices 'with the JDK in another version' 'echo more >>"$world/usr/lib/jvm/x/release"'
  notices 'with another JBang' 'echo more >>"$home/.cache/memory-tax-workbook/jbang-$version.jar"'
  notices 'when a jar is built anew' 'touch -t 200001010000 "$kept"'
  notices 'when a jar has something else in it, and its old date' \
    'printf x >"$home/library.jar" && touch -r "$home/chapter 1.jar" "$home/library.jar"'
  notices 'when it is damaged' 'printf x >>"$kept"'

  asks 'when a jar is gone' 'rm "$home/library.jar"'
  asks 'when an alias leads elsewhere' 'sed -i.old s,chapters/,other/, "$checkout/jbang-catalog.json"'
  asks 'when an alias brings more' 'printf %s "{ \"files\": [\"/x\"] }" >>"$checkout/jbang-catalog.json"'
  # shellcheck disable=SC2016,SC2088 # that nothing is expanded is the point
  for line in '//SOURCES ../../x.java' '//SOURCES ../other/x.java' '//SOURCES a.java ../lib/test/x.java' \
    '//SOURCES ~/x.java' '//FILES /x' '//FILES a=/x' '//FILES a="/x"' '//FILES a=../data/../../x' \
    '//DEPS https://x.y/z.java' '//DEPS a:b:${x}'; do
    asks "of a chapter with $line" 'echo "$line" >>"$chapter"'
  done
  asks 'of a library with files from elsewhere' 'echo "//FILES /x" >>"$checkout/lib/memorytax/room/A.java"'
  asks 'where nothing can be written' 'commands=${kept%"$checkout"*}; rm -r "$commands"; : >"$commands"'
  asks 'without find' 'rm "$tools/find"'
  ln -s "$(command -v find)" "$tools/find"

  answering 'nothing is kept while somebody edits'
  cp "$chapter" "$world/old"
  echo "echo >>'$chapter'" >"$home/edit"
  rm "$kept"
  asked 2 && rm "$home/edit" && cp "$world/old" "$chapter" && asked 3 && asked 3 && pass

  answering 'what is not to be run is not kept'
  echo 'exit 3' >"$home/edit"
  echo >>"$chapter"
  launch chapter1
  exits 3 && rm "$home/edit" && asked 3 && pass

  answering 'a file of the reader is not kept'
  : >"$home/mine.java"
  launch "$home/mine.java" && launch "$home/mine.java"
  equal 'how often JBang was asked' 3 "$(grep -c '' "$home/asked")" && pass

  answering 'modules are limited for JShell only'
  sed -i.old "s/-Xmx9m/& '--limit-modules=a,b'/" "$home/prints"
  rm "$kept"
  asked 2 && asked 2 && pass
}

make_tools
make_checkout
tried=' '
for shell in sh dash 'bash --posix'; do
  found=$(command -v "${shell%% *}") || continue
  behind=$(readlink -f "$found" || echo "$found") # sh is dash on many machines
  case $tried in *" $behind "*) continue ;; esac
  tried="$tried$behind "
  ln -sf "$found" "$tools/"
  folder='' by=''
  jdk_order
  fetching
  running
  installed
  keeping
done
exit $failed
