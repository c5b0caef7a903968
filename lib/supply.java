///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Lists the libraries with their licences, and compares each jar with its checksum
//JAVA 25+

import module java.base;
import module java.xml;

/// `./jbang supply`: what a chapter brings along, and from whom. lib/checksums.txt has the SHA-256 of each jar; a
/// licence is that of its POM, or of a parent's. Exit code 1 when a jar is another one, 2 when it is not here yet.
void main() throws Exception {
    var repository = Path.of(System.getenv().getOrDefault("JBANG_REPO",
        Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));
    int exit = 0;
    var licences = new TreeMap<String, Integer>();
    for (var line : Files.readAllLines(file("lib/checksums.txt"))) {
        var path = line.substring(66);
        var jar = repository.resolve(path);
        var parts = path.split("/");
        var name = parts[parts.length - 3] + " " + parts[parts.length - 2];
        if (!Files.exists(jar)) {
            IO.println("? %-46s not fetched yet: ./jbang workbook".formatted(name));
            exit = Math.max(exit, 2);
            continue;
        }
        boolean same = sha256(jar).equals(line.substring(0, 64));
        if (!same) exit = 1;
        var pom = jar.resolveSibling(parts[parts.length - 1].replaceAll("\\.jar$", ".pom"));
        var licence = licence(repository, pom);
        licences.merge(licence, 1, Integer::sum);
        IO.println("%s %-46s %s%s".formatted(same ? "✓" : "✗", name, licence, same ? "" : "; ANOTHER JAR THAN OURS"));
    }
    IO.println("");
    licences.forEach((licence, count) -> IO.println("%4d  %s".formatted(count, licence)));
    System.exit(exit);
}

/// A file of the checkout in which this is called.
Path file(String name) {
    for (var here = Path.of("").toAbsolutePath(); here != null; here = here.getParent())
        if (Files.isRegularFile(here.resolve(name))) return here.resolve(name);
    throw new IllegalStateException("there is no " + name + " here; call it in the workbook's folder");
}

String sha256(Path file) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
}

/// By its POM, or that of its parent, and so on.
String licence(Path repository, Path pom) throws Exception {
    if (!Files.exists(pom)) return "no POM here";
    var project = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(pom.toFile())
        .getDocumentElement();
    var names = new ArrayList<String>();
    var all = project.getElementsByTagName("license");
    for (int i = 0; i < all.getLength(); i++)
        names.add(text((Element) all.item(i), "name").replaceAll("\\s+", " ").strip());
    if (!names.isEmpty()) return String.join(", or ", names);
    var parents = project.getElementsByTagName("parent");
    if (parents.getLength() == 0) return "none named in its POM";
    var parent = (Element) parents.item(0);
    String name = text(parent, "artifactId"), version = text(parent, "version");
    return licence(repository, repository.resolve(text(parent, "groupId").replace('.', '/')).resolve(name)
        .resolve(version).resolve(name + "-" + version + ".pom"));
}

String text(Element parent, String tag) {
    var found = parent.getElementsByTagName(tag);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
}
