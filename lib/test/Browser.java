///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Runs the tests of the live notebook in a browser; ./jbang test starts it where there is one
//JAVA 25+
//DEPS ../Lib.java
//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS org.junit.platform:junit-platform-launcher:6.1.3
// drives a browser; it brings a program of its own for each system, 210 MB, so that nobody needs Node.js
//DEPS com.microsoft.playwright:playwright:1.58.0
// has axe.min.js, which finds what of a page not everybody can read or use; nothing else of it is needed
//DEPS com.deque.html.axe-core:playwright:4.11.0@fatjar
// reads what was printed
//DEPS org.apache.pdfbox:pdfbox:3.0.5
//MAIN Browser
//SOURCES memorytax/House.java
//SOURCES memorytax/Built.java
//SOURCES memorytax/TestRun.java
//SOURCES memorytax/Wanted.java
//SOURCES memorytax/Weighs.java
//SOURCES memorytax/WeighersFirst.java
//SOURCES memorytax/board/SimulatedPacks.java
//SOURCES memorytax/room/Leader.java
//SOURCES browser/*.java
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS -Djava.awt.headless=true
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g

import browser.Chromium;
import memorytax.TestRun;
import memorytax.Wanted;

/// `./jbang lib/test/Browser.java [--repeat N] [--approve] CLASS…`: one class after the other, in one browser.
public class Browser {
    private Browser() {
    }

    public static void main(String[] args) {
        var wanted = Wanted.of(args);
        int exit;
        try (var _ = Chromium.start()) {
            exit = TestRun.of(wanted, wanted.names(), 1).end();
        }
        System.exit(exit);
    }
}
