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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// Imports run one way.
class ImportsTest {
    private static final String HOUSE = "memorytax";
    /// A package, and those of ours that it may use; the facade stands in the unnamed one.
    private static final Map<String, Set<String>> MAY_USE = Map.of(
        "fork", Set.of(),
        "notebook", Set.of(),
        "shell", Set.of(),
        "scale", Set.of("fork"),
        "peers", Set.of("scale", "fork"),
        "claim", Set.of("scale", "fork", "notebook"),
        "table", Set.of("scale", "fork", "claim"),
        "plot", Set.of("scale", "fork", "claim"),
        "render", Set.of("scale", "fork", "peers", "claim", "table", "plot", "notebook", "shell"),
        "", Set.of("render", "scale", "fork"));
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
        slices().matching(HOUSE + ".(*)").should().beFreeOfCycles().check(LIBRARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fork", "notebook", "shell"})
    void needsTheJdkAndNothingElse(String name) {
        classes().that().resideInAPackage(full(name)).should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax..", "jdk..", "com.sun..", full(name)).check(LIBRARY);
    }

    @Test
    void oneClassKnowsTheLibraryThatAsksTheOperatingSystem() {
        noClasses().that().doNotHaveFullyQualifiedName("memorytax.scale.Host")
            .should().dependOnClassesThat().resideInAPackage("oshi..").check(LIBRARY);
    }

    @Test
    void aNameSaysWhatItIs() {
        noClasses().should().haveNameMatching(".*(Util|Helper|Manager).*").check(LIBRARY);
    }

    private static String full(String name) {
        return name.isEmpty() ? HOUSE : HOUSE + "." + name;
    }
}
