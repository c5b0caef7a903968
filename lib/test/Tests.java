///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Builds every chapter afresh and runs all tests, two at a time
//JAVA 25+
//DEPS ../Lib.java
//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS org.junit.platform:junit-platform-launcher:6.1.3
// what chapters need beside the library
//DEPS org.apache.commons:commons-pool2:2.12.1
//DEPS com.tngtech.archunit:archunit:1.4.1
// made-up input: jqwik thinks it up, jsoup reads pages as a browser does
//DEPS net.jqwik:jqwik:1.9.3
//DEPS org.jsoup:jsoup:1.21.2
// there are other classes with a main method
//MAIN Tests
//SOURCES memorytax/*.java
//SOURCES memorytax/**/*.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS -Djava.awt.headless=true
// most of what runs here runs once
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g

import memorytax.BrowserTests;
import memorytax.House;
import memorytax.TestRun;
import memorytax.Wanted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// `./jbang test [--repeat N] [--approve] [NAME…]`: all tests, or the test classes whose names contain one of these,
/// once or N times; what differs from what was approved fails, or is approved. Those that need a browser come last.
public class Tests {
    private Tests() {
    }

    public static void main(String[] args) throws Exception {
        Wanted wanted;
        List<String> types;
        try {
            wanted = Wanted.of(args);
            types = types(wanted.names());
        } catch (IllegalArgumentException e) {
            System.err.println("test: " + e.getMessage());
            System.exit(2);
            return;
        }
        var run = TestRun.of(wanted, types.stream().filter(t -> !inBrowser(t)).toList(), 2);
        BrowserTests.add(wanted, types.stream().filter(Tests::inBrowser).toList(), run);
        System.exit(run.end());
    }

    /// @throws IllegalArgumentException with one line, for a word that is in no name
    private static List<String> types(List<String> words) throws IOException {
        var all = Stream.concat(files("memorytax"), files("browser")).toList();
        for (var word : words)
            if (all.stream().noneMatch(f -> f.contains(word)))
                throw new IllegalArgumentException("no test class has \"" + word + "\" in its name");
        return all.stream().filter(f -> words.isEmpty() || words.stream().anyMatch(f::contains))
            .map(f -> f.replace('/', '.')).toList();
    }

    /// `memorytax/HouseTest`
    private static Stream<String> files(String folder) throws IOException {
        var tests = House.root().resolve("lib/test");
        try (Stream<Path> files = Files.walk(tests.resolve(folder))) {
            return files.map(f -> tests.relativize(f).toString().replace('\\', '/')).sorted()
                .filter(f -> f.endsWith("Test.java")).map(f -> f.substring(0, f.length() - 5)).toList().stream();
        }
    }

    private static boolean inBrowser(String type) {
        return type.startsWith("browser.");
    }
}
