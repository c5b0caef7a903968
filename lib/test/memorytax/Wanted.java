package memorytax;

import java.util.ArrayList;
import java.util.List;

/// What `./jbang test` is asked to run: `--repeat 200 ContextLeakRace`.
///
/// @param rounds how often, one round after the other
/// @param accept whether what differs from what was approved is the better one, and replaces it
/// @param names  parts of the names of test classes; empty for all
public record Wanted(int rounds, boolean accept, List<String> names) {
    private static final int MOST = 100_000;

    /// @throws IllegalArgumentException with one line that names what is wrong and what is allowed
    public static Wanted of(String... args) {
        int rounds = 1;
        boolean accept = false;
        var names = new ArrayList<String>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--repeat") || args[i].startsWith("--repeat="))
                rounds = rounds(args[i].contains("=") ? args[i].substring(9) : ++i < args.length ? args[i] : "nothing");
            else if (args[i].equals("--approve")) accept = true;
            else if (args[i].startsWith("-"))
                throw new IllegalArgumentException(args[i] + " is no option here; there are --repeat N and --approve");
            else names.add(args[i]);
        }
        if (rounds > 1 && names.isEmpty())
            throw new IllegalArgumentException("--repeat needs the name of a test class, such as ContextLeakRace");
        if (accept && names.isEmpty())
            throw new IllegalArgumentException("--approve needs the name of a test class, such as Recorded");
        return new Wanted(rounds, accept, List.copyOf(names));
    }

    private static int rounds(String text) {
        if (text.matches("[1-9]\\d{0,5}") && Integer.parseInt(text) <= MOST) return Integer.parseInt(text);
        throw new IllegalArgumentException("--repeat takes a whole number from 1 to 100000, not " + text);
    }
}
