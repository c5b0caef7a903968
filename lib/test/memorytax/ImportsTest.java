package memorytax;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Imports run one way.
class ImportsTest {
    private static final String HOUSE = "memorytax";
    /// A package, and those of ours that it may use; the facade stands in the unnamed one.
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
        // what runs in a weighed process
        room("child"),
        room("child.kit", "child"),
        // measuring
        room("measure.result", "child"),
        room("measure.runtime", "measure.result"),
        room("measure.process", "measure.result", "child"),
        room("measure.plan", "measure.process", "measure.runtime", "measure.result", "child"),
        room("peers", "measure.process", "measure.result", "child"),
        // a notebook
        room("notebook.source"),
        room("notebook", "notebook.source"),
        room("shell"),
        // what is said of it, and kept
        room("file"),
        room("claim", "measure.result", "child", "notebook", "file"),
        room("record", "claim", "measure.plan", "measure.process", "measure.result", "notebook", "file"),
        room("instrument", "measure.plan", "measure.process", "measure.result", "file"),
        room("service", "record", "claim", "measure.process", "measure.result", "notebook", "file"),
        room("knob", "record", "claim", "measure.result", "notebook", "file"),
        room("catalog", "record", "notebook", "notebook.source", "file"),
        room("board", "record", "claim", "notebook", "file"),
        room("room", "board", "live", "record", "file"),
        room("workshop", "catalog", "record", "notebook", "notebook.source"),
        // to a browser
        room("live"),
        // how it looks
        room("chart.model", "measure.result"),
        room("chart.draw", "chart.model", "measure.result"),
        room("chart.svg", "chart.draw", "chart.model"),
        room("chart", "chart.draw", "chart.model", "instrument", "service", "knob", "claim", "measure.result",
            "child.kit"),
        room("table", "instrument", "service", "knob", "record", "claim", "measure.process", "measure.runtime",
            "measure.result", "child.kit"),
        room("view", "chart", "table", "instrument", "service", "knob", "record", "claim", "measure.plan",
            "measure.runtime", "measure.result", "notebook", "notebook.source"),
        room("page", "view", "workshop", "board", "chart", "table", "catalog", "chart.svg", "chart.draw",
            "chart.model", "service", "record", "claim", "measure.result", "notebook", "notebook.source", "file"),
        room("terminal.text", "view", "chart.draw"),
        room("terminal.chart", "terminal.text", "chart.draw", "chart.model"),
        room("terminal.result", "terminal.chart", "terminal.text", "view", "workshop", "catalog", "chart.draw",
            "record", "claim", "measure.result", "notebook", "file"),
        room("terminal", "terminal.text", "view", "catalog", "record", "measure.plan", "measure.result", "notebook",
            "notebook.source"),
        room("export", "terminal.result", "view", "catalog", "chart.svg", "record", "claim", "measure.result",
            "notebook", "notebook.source", "file"),
        // a sitting
        room("options", "service", "knob", "claim", "peers", "measure.plan", "measure.process", "notebook",
            "notebook.source", "file"),
        room("session", "live", "options", "export", "terminal", "terminal.result", "terminal.text", "page", "view",
            "chart.draw", "chart.svg", "catalog", "service", "knob", "record", "claim", "peers", "measure.plan",
            "measure.process", "measure.result",
            "shell", "notebook", "notebook.source", "file"),
        room("cli", "session", "live", "options", "export", "terminal", "terminal.result", "terminal.text", "page",
            "workshop", "room", "board", "claim",
            "catalog", "record", "peers", "measure.plan", "measure.process", "measure.result", "notebook",
            "notebook.source",
            "file"),
        room("", "cli", "measure.plan", "measure.result", "child"));
    private static final JavaClasses LIBRARY = library();

    /// What runs is the library alone: tests lie in the same packages, but elsewhere.
    private static JavaClasses library() {
        try {
            var place = Notebook.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            return new ClassFileImporter().importLocations(Set.of(Location.of(
                place.getPath().endsWith(".jar") ? URI.create("jar:" + place + "!/") : place)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map.Entry<String, Set<String>> room(String name, String... mayUse) {
        return Map.entry(name, Set.of(mayUse));
    }

    private static Set<String> packages() {
        return MAY_USE.keySet();
    }

    @Test
    void everyPackageHasItsPlace() {
        var found = LIBRARY.stream().map(JavaClass::getPackageName).filter(p -> p.startsWith(HOUSE))
            .map(p -> p.equals(HOUSE) ? "" : p.substring(HOUSE.length() + 1))
            .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(packages()), found);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void usesNoOtherThanItMay(String name) {
        var allowed = MAY_USE.get(name);
        var others = DescribedPredicate.describe("are of ours, beside " + allowed, (JavaClass used) ->
            used.getPackageName().startsWith(HOUSE) && !used.getPackageName().equals(full(name))
                && allowed.stream().noneMatch(a -> used.getPackageName().equals(full(a))));
        noClasses().that().resideInAPackage(full(name)).should().dependOnClassesThat(others).check(LIBRARY);
    }

    @Test
    void goesRoundInNoCircle() {
        slices().matching(HOUSE + ".(**)").should().beFreeOfCycles().check(LIBRARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"child", "child.kit", "notebook.source", "notebook", "shell"})
    void needsTheJdkAndNothingElse(String name) {
        classes().that().resideInAPackage(full(name)).should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax..", "jdk..", "com.sun..", full(name), full("child"),
                full("notebook.source"))
            .check(LIBRARY);
    }

    @Test
    void oneClassKnowsTheLibraryThatAsksTheOperatingSystem() {
        noClasses().that().doNotHaveFullyQualifiedName("memorytax.measure.process.Host")
            .should().dependOnClassesThat().resideInAPackage("oshi..").check(LIBRARY);
    }

    /// A library that only comes along with another one goes when that does without it.
    @Test
    void everyLibraryIsDeclaredWithItsVersion() {
        var declared = House.read("lib/Lib.java").lines().filter(l -> l.startsWith("//DEPS "))
            .map(l -> l.substring("//DEPS ".length()).strip().split(":"))
            .map(d -> "/%s/%s/%s/".formatted(d[0].replace('.', '/'), d[1], d[2])).toList();
        var used = LIBRARY.stream().flatMap(c -> c.getDirectDependenciesFromSelf().stream())
            .map(d -> d.getTargetClass().getBaseComponentType()).filter(c -> !c.getPackageName().startsWith(HOUSE))
            .flatMap(c -> c.getSource().stream()).map(source -> source.getUri().toString())
            .filter(place -> place.startsWith("jar:")).map(place -> place.replaceAll("!.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(used.size() > 5, used.toString());
        assertEquals(List.of(), used.stream().filter(jar -> declared.stream().noneMatch(jar::contains)).toList());
    }

    @Test
    void oneClassKnowsTheLibraryThatReadsAndWritesCsv() {
        noClasses().that().doNotHaveFullyQualifiedName("memorytax.file.Csv")
            .should().dependOnClassesThat().resideInAPackage("com.univocity..").check(LIBRARY);
    }

    /// The files of data/ that are only read, and a reader's own, have theirs where their values are.
    @Test
    void columnsAreKnownToTheirOwnersAlone() {
        noClasses().that().resideOutsideOfPackages(full("record"), full("file"))
            .and().doNotHaveFullyQualifiedName("memorytax.claim.Claims")
            .and().doNotHaveFullyQualifiedName("memorytax.claim.Published")
            .and().doNotHaveFullyQualifiedName("memorytax.catalog.Glossary")
            .and().doNotHaveFullyQualifiedName("memorytax.catalog.DiagnosticCommands")
            .and().haveNameNotMatching("memorytax\\.claim\\.UserClaims.*")
            .and().doNotHaveFullyQualifiedName("memorytax.service.Offer")
            .and().doNotHaveFullyQualifiedName("memorytax.knob.Releases")
            .should().dependOnClassesThat().haveFullyQualifiedName("memorytax.file.CsvRow").check(LIBRARY);
    }

    @Test
    void aNameSaysWhatItIs() {
        noClasses().should().haveNameMatching(".*(Util|Helper|Manager).*").check(LIBRARY);
    }

    private static String full(String name) {
        return name.isEmpty() ? HOUSE : HOUSE + "." + name;
    }
}
