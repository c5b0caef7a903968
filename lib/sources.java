///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Writes the lists of lib/Lib.java: every source of the library, and every file that goes with it
//JAVA 25+

import module java.base;

/// `./jbang sources`, after a file has come, gone or moved: lib/Lib.java lists them one by one, because a chapter must
/// also run over HTTP, where there are no globs. All its other lines stay as they are. Without Tablesaw, JUnit or the
/// library itself: it must work when those do not compile.
void main() throws IOException {
    var lib = folder();
    var file = lib.resolve("Lib.java");
    var kept = Files.readAllLines(file).stream()
        .filter(l -> !l.startsWith("//SOURCES ") && !l.startsWith("//FILES ")).toList();
    var text = String.join("\n", kept).strip().replaceAll("\n{3,}", "\n\n") + "\n\n"
        + lines("SOURCES", files(lib, "memorytax", "java").filter(f -> !f.endsWith("package-info.java")))
        + "\n" + lines("FILES", Stream.concat(
            Stream.concat(files(lib, "memorytax", "css|html|js|nanorc|sql|svg|LICENSE"),
                Stream.concat(files(lib, "instruments", "\\w+"), files(lib, "peers", "\\w+")))
                .map(f -> f + "=" + f),
            files(lib.resolveSibling("data"), "", "csv").map(f -> "data/" + f + "=../data/" + f)));
    boolean stale = !Files.readString(file).equals(text);
    if (stale) Files.writeString(file, text);
    IO.println("lib/Lib.java: " + text.lines().filter(l -> l.startsWith("//SOURCES")).count() + " sources, "
        + text.lines().filter(l -> l.startsWith("//FILES")).count() + " files, "
        + (stale ? "written" : "as they were"));
}

/// The folder `lib` of the checkout in which this is called.
Path folder() {
    for (var here = Path.of("").toAbsolutePath(); here != null; here = here.getParent())
        if (Files.isRegularFile(here.resolve("lib/Lib.java"))) return here.resolve("lib");
    throw new IllegalStateException("there is no lib/Lib.java here; call it in the workbook's folder");
}

/// As paths from `base`, in order.
Stream<String> files(Path base, String folder, String endings) throws IOException {
    try (var files = Files.walk(base.resolve(folder))) {
        return files.filter(Files::isRegularFile).map(f -> base.relativize(f).toString().replace('\\', '/'))
            .filter(f -> f.matches(".*\\.(" + endings + ")")).sorted().toList().stream();
    }
}

String lines(String directive, Stream<String> files) {
    return files.map(f -> "//" + directive + " " + f + "\n").collect(Collectors.joining());
}
