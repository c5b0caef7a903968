///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Formats the Java sources; with --check, names those that are not formatted
//JAVA 25+
// Eclipse's formatter: it reads compact source files, and can leave lines broken as they are
//DEPS org.eclipse.jdt:org.eclipse.jdt.core:3.47.0
//SOURCES format/Places.java
//SOURCES format/Source.java
//SOURCES format/Token.java
// what runs here runs for seconds
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx1g

import module java.base;

import format.Source;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.jdt.core.formatter.DefaultCodeFormatterConstants;

/// `./jbang format [--check] [FILE|FOLDER…]`: all Java sources of chapters and lib, or these, formatted by Eclipse with
/// the settings of lib/format.properties. Where a line is broken, and how far it is indented where a statement goes on,
/// is the author's. `--check` writes nothing, and names what would change. Exit code 1 when that is something, or when
/// a file is no Java, 2 for a wrong option.
void main(String... arguments) throws Exception {
    var named = new ArrayList<>(List.of(arguments));
    if (named.contains("--help")) {
        IO.println(HELP);
        return;
    }
    boolean check = named.removeIf("--check"::equals);
    var unknown = named.stream().filter(a -> a.startsWith("-") || !Files.exists(Path.of(a))).findFirst();
    if (unknown.isPresent()) {
        var word = unknown.get();
        System.err.println("format: " + (word.startsWith("-") ? "there is no option " : "there is no file ") + word
            + "; ./jbang format --help says what there is");
        System.exit(2);
    }
    var root = root();
    var folders = named.isEmpty() ? List.of(root.resolve("chapters"), root.resolve("lib"))
        : named.stream().map(Path::of).toList();
    var settings = settings(root.resolve("lib/format.properties"));
    var sources = folders.stream().flatMap(this::sources).toList();
    var differ = sources.parallelStream().map(file -> differs(file, root, settings, !check)).filter(s -> !s.isEmpty())
        .toList();
    differ.forEach(IO::println);
    long unread = differ.stream().filter(said -> said.endsWith(NO_JAVA)).count();
    IO.println((differ.size() - unread) + " of " + sources.size() + " files "
        + (check ? "are not formatted" : "written"));
    System.exit(unread > 0 || check && !differ.isEmpty() ? 1 : 0);
}

static final String HELP = """
    ./jbang format [--check] [FILE|FOLDER…]

    Formats all Java sources of the workbook, or these. What it changes it names, with the first line of each file.
      --check  writes nothing; exit code 1 when there is something to change""";
static final String NO_JAVA = " (no Java 25)";

/// The checkout in which this is called.
Path root() {
    for (var here = Path.of("").toAbsolutePath(); here != null; here = here.getParent())
        if (Files.isRegularFile(here.resolve("lib/format.properties"))) return here;
    throw new IllegalStateException("there is no lib/format.properties here; call it in the workbook's folder");
}

Stream<Path> sources(Path folder) {
    try (var files = Files.walk(folder)) {
        return files.filter(f -> f.toString().endsWith(".java") && Files.isRegularFile(f))
            .filter(f -> !f.toString().contains("node_modules")).sorted().toList().stream();
    } catch (IOException e) {
        throw new UncheckedIOException(e);
    }
}

/// Those of Eclipse's Java Conventions, and ours over them: the most general ones first.
Map<String, String> settings(Path file) throws IOException {
    var ours = new Properties();
    try (var in = Files.newBufferedReader(file)) {
        ours.load(in);
    }
    var all = new HashMap<String, String>(DefaultCodeFormatterConstants.getJavaConventionsSettings());
    for (var name : ours.stringPropertyNames().stream()
        .sorted(Comparator.comparing((String n) -> !n.contains("*")).thenComparing(String::length)).toList()) {
        var pattern = Pattern.compile("org\\.eclipse\\.jdt\\.core\\.formatter\\."
            + name.replace(".", "\\.").replace("*", ".*"));
        var meant = all.keySet().stream().filter(key -> pattern.matcher(key).matches()).toList();
        if (meant.isEmpty()) throw new IllegalArgumentException(file + ": Eclipse knows no " + name);
        meant.forEach(key -> all.put(key, ours.getProperty(name)));
    }
    JavaCore.setComplianceOptions("25", all);
    return all;
}

/// The first line that is not as it has to be; empty where there is none.
String differs(Path file, Path root, Map<String, String> settings, boolean write) {
    var name = file.toAbsolutePath().startsWith(root) ? root.relativize(file.toAbsolutePath()) : file;
    try {
        var text = Files.readString(file);
        var formatted = Source.formatted(text, settings);
        if (formatted.equals(text)) return "";
        if (write) Files.writeString(file, formatted);
        var was = text.lines().toList();
        var is = formatted.lines().toList();
        int line = 0;
        while (line < was.size() && line < is.size() && was.get(line).equals(is.get(line))) line++;
        return name + ":" + (line + 1) + ": " + (line < is.size() ? is.get(line) : "");
    } catch (IllegalArgumentException e) {
        return name + ":" + e.getMessage() + NO_JAVA;
    } catch (IOException e) {
        throw new UncheckedIOException(e);
    }
}
