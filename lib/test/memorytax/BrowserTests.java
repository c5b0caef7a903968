package memorytax;

import memorytax.export.InstalledBrowser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The tests that need a browser: a script of their own, because the library that drives a browser is four times as
/// large as all others together. It is fetched only where there is a browser.
public final class BrowserTests {
    private static final String NAME = "the live notebook in a browser";
    static final String REQUIRED = "they have to run where CI is set, and " + InstalledBrowser.NONE
        + "; on Debian: apt-get install chromium";
    private static final Pattern SUM = Pattern.compile("(\\d+) passed, (\\d+) failed, (\\d+) skipped");

    private BrowserTests() {
    }

    /// Runs these classes where that can be, prints what they print, and adds what comes of it to `run`. Without a
    /// browser they are skipped; where the variable `CI` is set, that is a failure.
    ///
    /// @param types names of classes
    public static void add(Wanted wanted, List<String> types, TestRun run) throws IOException, InterruptedException {
        if (types.isEmpty()) return;
        var missing = missing(System.getenv(), System.getProperty("os.name"));
        if (missing.isPresent()) {
            run.add(missing.get().failed(), NAME, missing.get().why());
            return;
        }
        var command = new ArrayList<>(List.of(House.root().resolve("jbang").toString(),
            House.root().resolve("lib/test/Browser.java").toString()));
        if (wanted.rounds() > 1) command.add("--repeat=" + wanted.rounds());
        if (wanted.accept()) command.add("--approve");
        command.addAll(types);
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.getOutputStream().close();
        boolean summed = false;
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                var sum = SUM.matcher(line);
                if (sum.matches()) {
                    summed = true;
                    run.add(number(sum.group(1)), number(sum.group(2)), number(sum.group(3)));
                } else System.out.println(line);
            }
        }
        int exit = process.waitFor();
        if (!summed) run.add(true, NAME, "it did not come to its end; exit code " + exit);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /// Why the tests cannot run.
    ///
    /// @param failed whether they have to
    record Missing(boolean failed, String why) {
    }

    /// Empty where they can run.
    static Optional<Missing> missing(Map<String, String> environment, String os) {
        if (os.toLowerCase(Locale.ROOT).contains("windows"))
            return Optional.of(new Missing(false, "the launcher is a shell script"));
        boolean required = !environment.getOrDefault("CI", "").isEmpty();
        try {
            if (InstalledBrowser.find(environment).isPresent()) return Optional.empty();
            return Optional.of(new Missing(required, required ? REQUIRED : InstalledBrowser.NONE));
        } catch (IllegalArgumentException e) {
            return Optional.of(new Missing(true, e.getMessage()));
        }
    }
}
